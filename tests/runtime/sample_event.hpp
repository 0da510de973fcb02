// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "eventc/emitted/emitted.hpp"
#include "eventc/event.hpp"
#include "runtime/sample_schema.hpp"
#include "runtime/sample_types.hpp"

/// How the sample event is read and written, and a payload of it.
namespace eventc::sample {

inline const char* read(Reader& in, const char* at, Stop& out) {
  ObjectReader<&schema::stop> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.city);
        break;
      case 1:
        object.read<1>(out.dock);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const Stop& value) {
  ObjectWriter<&schema::stop> object(out);
  object.write<0>(value.city);
  object.write<1>(value.dock);
  object.end();
}

inline const char* read(Reader& in, const char* at, Item& out) {
  ObjectReader<&schema::item> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.sku);
        break;
      case 1:
        object.read<1>(out.parts);
        break;
      case 2:
        object.read<2>(out.spare);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const Item& value) {
  ObjectWriter<&schema::item> object(out);
  object.write<0>(value.sku);
  object.write<1>(value.parts);
  object.write<2>(value.spare);
  object.end();
}

inline const char* read(Reader& in, const char* at, Card& out) {
  ObjectReader<&schema::card> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.check<0>();
        break;
      case 1:
        object.read<1>(out.number);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const Card& value) {
  ObjectWriter<&schema::card> object(out);
  object.write<0>(std::string("card"));
  object.write<1>(value.number);
  object.end();
}

inline const char* read(Reader& in, const char* at, Transfer& out) {
  ObjectReader<&schema::transfer> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.check<0>();
        break;
      case 1:
        object.read<1>(out.iban);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const Transfer& value) {
  ObjectWriter<&schema::transfer> object(out);
  object.write<0>(std::string("transfer"));
  object.write<1>(value.iban);
  object.end();
}

inline const char* read(Reader& in, const char* at, ByWidth& out) {
  ObjectReader<&schema::by_width> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.width);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const ByWidth& value) {
  ObjectWriter<&schema::by_width> object(out);
  object.write<0>(value.width);
  object.end();
}

inline const char* read(Reader& in, const char* at, ByLabel& out) {
  ObjectReader<&schema::by_label> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.label);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const ByLabel& value) {
  ObjectWriter<&schema::by_label> object(out);
  object.write<0>(value.label);
  object.end();
}

inline const char* read(Reader& in, const char* at, Size& out) {
  ObjectReader<&schema::size_first, &schema::size_second> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0, &schema::size_both>(out.width);
        break;
      case 1:
        object.read<1, &schema::size_both>(out.height);
        break;
      case 3:
        object.read<3>(out.depth);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const Size& value) {
  ObjectWriter<&schema::size_first, &schema::size_second> object(out);
  object.write<0, &schema::size_both>(value.width);
  object.write<1, &schema::size_both>(value.height);
  object.write<3>(value.depth);
  object.end();
}

inline const char* read(Reader& in, const char* at, Details& out) {
  ObjectReader<&schema::details> object(in, at);
  MapBuilder unknown(in, out.unknown);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.read<0>(out.code);
        break;
      default:
        object.read_unknown<&schema::any>(unknown);
        break;
    }
  }
  object.finish(unknown);
  return object.end();
}
inline void write(Writer& out, const Details& value) {
  ObjectWriter<&schema::details> object(out);
  object.write<0>(value.code);
  object.write_unknown<&schema::any>(value.unknown);
  object.end();
}

inline const char* read(Reader& in, const char* at, Parcel& out) {
  ObjectReader<&schema::parcel> object(in, at);
  while (object.next()) {
    switch (object.member()) {
      case 0:
        object.check<0>();
        break;
      case 1:
        object.read<1>(out.id);
        break;
      case 2:
        object.read<2>(out.weight);
        break;
      case 3:
        object.read<3>(out.serial);
        break;
      case 4:
        object.read<4>(out.price);
        break;
      case 5:
        object.read<5>(out.carrier);
        break;
      case 6:
        object.read<6>(out.speed);
        break;
      case 7:
        object.read<7>(out.note);
        break;
      case 8:
        object.read<8>(out.gift);
        break;
      case 9:
        object.read<9>(out.stops);
        break;
      case 10:
        object.read<10>(out.item);
        break;
      case 11:
        object.read<11>(out.position);
        break;
      case 12:
        object.read<12>(out.labels);
        break;
      case 13:
        object.read<13>(out.counts);
        break;
      case 14:
        object.read<14>(out.payment);
        break;
      case 15:
        object.read<15>(out.reference);
        break;
      case 16:
        object.read<16>(out.any);
        break;
      case 17:
        object.read<17>(out.one);
        break;
      case 18:
        object.read<18>(out.size);
        break;
      case 19:
        object.read<19>(out.details);
        break;
      case 20:
        object.read<20>(out.seal);
        break;
      case 21:
        object.read<21>(out.inner);
        break;
      case 22:
        object.read<22>(out.history);
        break;
      case 23:
        object.read<23>(out.extra);
        break;
      case 24:
        object.read<24>(out.quoted);
        break;
      case 25:
        object.read<25>(out.umlaut);
        break;
      default:
        object.skip();
        break;
    }
  }
  return object.end();
}
inline void write(Writer& out, const Parcel& value) {
  ObjectWriter<&schema::parcel> object(out);
  object.write<0>(std::string(Parcel::type));
  object.write<1>(value.id);
  object.write<2>(value.weight);
  object.write<3>(value.serial);
  object.write<4>(value.price);
  object.write<5>(value.carrier);
  object.write<6>(value.speed);
  object.write<7>(value.note);
  object.write<8>(value.gift);
  object.write<9>(value.stops);
  object.write<10>(value.item);
  object.write<11>(value.position);
  object.write<12>(value.labels);
  object.write<13>(value.counts);
  object.write<14>(value.payment);
  object.write<15>(value.reference);
  object.write<16>(value.any);
  object.write<17>(value.one);
  object.write<18>(value.size);
  object.write<19>(value.details);
  object.write<20>(value.seal);
  object.write<21>(value.inner);
  object.write<22>(value.history);
  object.write<23>(value.extra);
  object.write<24>(value.quoted);
  object.write<25>(value.umlaut);
  object.end();
}

/// A payload with every member.
inline constexpr std::string_view kParcel =
    R"({"type":"parcel","id":"p-17","weight":2500,"serial":18446744073709551615,"price":19.99,)"
    R"("carrier":"by \"air\"","speed":"warp","note":"h\u00e9 \ud83d\ude00","gift":null,)"
    R"("stops":[{"city":"Oslo","dock":7},{"city":"Bergen"}],)"
    R"("item":{"sku":"a","parts":[{"sku":"b","parts":[]}],"spare":{"sku":"c","parts":[]}},)"
    R"("position":[10.5,-60,"quay",true],"labels":{"b":"2","a":"1"},"counts":{"n-x":3,"other":[]},)"
    R"("payment":{"number":"4711","kind":"card"},"reference":15,"any":{"width":4,"label":"l"},)"
    R"("one":{"label":"m"},"size":{"width":10,"height":20,"depth":0},)"
    R"("details":{"code":"abc","z":[1,{"y":null}],"a":1.0},"seal":"AP8=",)"
    R"("inner":"eyJjaXR5IjoiVWxtIiwiZG9jayI6MX0=","history":"[1, -2]\n","extra":{"k":[1e2,"v"]},)"
    R"("say \"hi\"":"hi",)"
    "\"gr\xC3\xB6\xC3\x9F\x65\":false,\"later\":{\"x\":[]}}";

}  // namespace eventc::sample

template <>
struct eventc::EventTraits<eventc::sample::Parcel> {
  static constexpr std::string_view name = "Parcel";
  static constexpr std::string_view schema = "parcel.json";
  static Result<sample::Parcel> parse(std::string_view text, const Options& options) {
    return parse_document<&sample::schema::parcel, sample::Parcel>(
        text, {&sample::schema::parcel, "parcel.json#"}, options);
  }
  static Report validate(std::string_view text, const Options& options) {
    return report(text, {&sample::schema::parcel, "parcel.json#"}, options);
  }
  static Result<std::string> to_json(const sample::Parcel& value) {
    return write_document<&sample::schema::parcel>(value);
  }
};
