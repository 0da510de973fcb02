// SPDX-License-Identifier: Apache-2.0
#include "rapidjson_writer.hpp"

#include <benchmark/benchmark.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <eventc/base64.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace eventc::bench {
namespace {

namespace kinesis = events::kinesis_event;
namespace http = events::api_gateway_v2_http_request;

/// The writer checks UTF-8, as to_json() does.
using Writer = rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>,
                                 rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>;

void key(Writer& out, std::string_view name) {
  out.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

void value(Writer& out, std::string_view text) {
  out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
void value(Writer& out, const std::string& text) { value(out, std::string_view(text)); }
void value(Writer& out, bool yes) { out.Bool(yes); }
void value(Writer& out, double number) { out.Double(number); }
void value(Writer& out, std::int64_t number) { out.Int64(number); }
void value(Writer& out, const Bytes& bytes) {
  std::string base64;
  append_base64(bytes.text(), base64);
  value(out, std::string_view(base64));
}
void value(Writer& out, const Json& json) {
  const std::string_view text = json.text();
  out.RawValue(text.data(), text.size(), rapidjson::kObjectType);
}
void value(Writer& out, const std::vector<std::string>& texts) {
  out.StartArray();
  for (const std::string& text : texts) value(out, std::string_view(text));
  out.EndArray();
}
template <class Order>
void value(Writer& out, const Map<std::string, Order>& texts) {
  out.StartObject();
  for (const auto& [name, text] : texts) {
    key(out, name);
    value(out, std::string_view(text));
  }
  out.EndObject();
}
void value(Writer& out, const OpenEnum<kinesis::EventSource>& source) {
  value(out, source.is_known() ? std::string_view("aws:kinesis") : source.text());
}
void value(Writer& out, const OpenEnum<kinesis::EncryptionType>& type) {
  if (!type.is_known()) return value(out, type.text());
  value(out, std::string_view(type == kinesis::EncryptionType::Kms ? "KMS" : "NONE"));
}

// Declared before member(), which could not find them otherwise: neither namespace is theirs.
void value(Writer& out, const kinesis::Window& window);
void value(Writer& out, const kinesis::StreamRecord& record);
void value(Writer& out, const http::Validity& validity);
void value(Writer& out, const http::ClientCert& certificate);
void value(Writer& out, const http::Authentication& authentication);
void value(Writer& out, const http::Http& line);
void value(Writer& out, const http::RequestContext& context);

template <class T>
void member(Writer& out, std::string_view name, const T& held) {
  key(out, name);
  value(out, held);
}

template <class T>
void member(Writer& out, std::string_view name, const std::optional<T>& held) {
  if (held) member(out, name, *held);
}

void value(Writer& out, const kinesis::Window& window) {
  out.StartObject();
  member(out, "start", window.start);
  member(out, "end", window.end);
  out.EndObject();
}

void value(Writer& out, const kinesis::StreamRecord& record) {
  out.StartObject();
  member(out, "kinesisSchemaVersion", record.kinesis_schema_version);
  member(out, "partitionKey", record.partition_key);
  member(out, "sequenceNumber", record.sequence_number);
  member(out, "data", record.data);
  member(out, "approximateArrivalTimestamp", record.approximate_arrival_timestamp);
  member(out, "encryptionType", record.encryption_type);
  out.EndObject();
}

void value(Writer& out, const kinesis::Record& record) {
  out.StartObject();
  member(out, "kinesis", record.kinesis);
  member(out, "eventSource", record.event_source);
  member(out, "eventVersion", record.event_version);
  member(out, "eventID", record.event_id);
  member(out, "eventName", record.event_name);
  member(out, "invokeIdentityArn", record.invoke_identity_arn);
  member(out, "awsRegion", record.aws_region);
  member(out, "eventSourceARN", record.event_source_arn);
  out.EndObject();
}

void write(Writer& out, const events::KinesisEvent& event) {
  out.StartObject();
  key(out, "Records");
  out.StartArray();
  for (const kinesis::Record& record : event.records) value(out, record);
  out.EndArray();
  member(out, "window", event.window);
  member(out, "state", event.state);
  member(out, "shardId", event.shard_id);
  member(out, "eventSourceARN", event.event_source_arn);
  member(out, "isFinalInvokeForWindow", event.is_final_invoke_for_window);
  member(out, "isWindowTerminatedEarly", event.is_window_terminated_early);
  out.EndObject();
}

void value(Writer& out, const http::Validity& validity) {
  out.StartObject();
  member(out, "notBefore", validity.not_before);
  member(out, "notAfter", validity.not_after);
  out.EndObject();
}

void value(Writer& out, const http::ClientCert& certificate) {
  out.StartObject();
  member(out, "clientCertPem", certificate.client_cert_pem);
  member(out, "subjectDN", certificate.subject_dn);
  member(out, "issuerDN", certificate.issuer_dn);
  member(out, "serialNumber", certificate.serial_number);
  member(out, "validity", certificate.validity);
  out.EndObject();
}

void value(Writer& out, const http::Authentication& authentication) {
  out.StartObject();
  member(out, "clientCert", authentication.client_cert);
  out.EndObject();
}

void value(Writer& out, const http::Http& line) {
  out.StartObject();
  member(out, "method", line.method);
  member(out, "path", line.path);
  member(out, "protocol", line.protocol);
  member(out, "sourceIp", line.source_ip);
  member(out, "userAgent", line.user_agent);
  out.EndObject();
}

void value(Writer& out, const http::RequestContext& context) {
  out.StartObject();
  member(out, "accountId", context.account_id);
  member(out, "apiId", context.api_id);
  member(out, "authentication", context.authentication);
  member(out, "authorizer", context.authorizer);
  member(out, "domainName", context.domain_name);
  member(out, "domainPrefix", context.domain_prefix);
  member(out, "http", context.http);
  member(out, "requestId", context.request_id);
  member(out, "routeKey", context.route_key);
  member(out, "stage", context.stage);
  member(out, "time", context.time);
  member(out, "timeEpoch", context.time_epoch);
  out.EndObject();
}

void write(Writer& out, const events::ApiGatewayV2HttpRequest& event) {
  out.StartObject();
  member(out, "version", events::ApiGatewayV2HttpRequest::version);
  member(out, "routeKey", event.route_key);
  member(out, "rawPath", event.raw_path);
  member(out, "rawQueryString", event.raw_query_string);
  member(out, "cookies", event.cookies);
  member(out, "headers", event.headers);
  member(out, "queryStringParameters", event.query_string_parameters);
  member(out, "requestContext", event.request_context);
  member(out, "body", event.body);
  member(out, "pathParameters", event.path_parameters);
  member(out, "isBase64Encoded", event.is_base64_encoded);
  member(out, "stageVariables", event.stage_variables);
  out.EndObject();
}

template <class T>
std::vector<Contender> writers_of(const Payload& payload) {
  const auto event = parse<T>(payload.text);
  if (!event || payload.form != "compact") return {};
  auto buffer = std::make_shared<rapidjson::StringBuffer>();
  const auto run = [buffer, event = *event] {
    buffer->Clear();
    Writer writer(*buffer);
    write(writer, event);
    benchmark::DoNotOptimize(buffer->GetString());
    return writer.IsComplete();
  };
  run();
  const std::string_view written(buffer->GetString(), buffer->GetSize());
  if (nlohmann::json::parse(written) != nlohmann::json::parse(*to_json(*event))) {
    throw std::runtime_error("RapidJSON writes " + payload.name + " otherwise than eventc");
  }
  return {{Step::Write, "RapidJSON Writer",
           "by hand from the structs of eventc into a buffer that is used again", false, run,
           written.size()}};
}

}  // namespace

std::vector<Contender> rapidjson_writers(const Payload& payload) {
  if (payload.event == Event::Kinesis) return writers_of<events::KinesisEvent>(payload);
  if (payload.event == Event::Http) return writers_of<events::ApiGatewayV2HttpRequest>(payload);
  return {};
}

}  // namespace eventc::bench
