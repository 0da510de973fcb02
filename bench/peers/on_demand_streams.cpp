// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <variant>

#include "on_demand.hpp"

namespace eventc::bench::on_demand {
namespace {

namespace kinesis = events::kinesis_event;
namespace kafka = events::kafka_event;

template <class Text>
void kinesis_source(od::value value, OpenEnum<kinesis::EventSource, Text>& out) {
  set(out, value.get_string(), {{"aws:kinesis", kinesis::EventSource::AwsKinesis}});
}

template <class Text>
void encryption_type(od::value value, OpenEnum<kinesis::EncryptionType, Text>& out) {
  set(out, value.get_string(),
      {{"NONE", kinesis::EncryptionType::None}, {"KMS", kinesis::EncryptionType::Kms}});
}

std::string_view partition_key(od::value value) {
  const std::string_view key = value.get_string();
  const auto characters = std::count_if(key.begin(), key.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  });
  require(1 <= characters && characters <= 256);
  return key;
}

std::string_view sequence_number(od::value value) {
  const std::string_view digits = value.get_string();
  require(!digits.empty() && digits.size() <= 129 &&
          std::all_of(digits.begin(), digits.end(), [](char c) { return '0' <= c && c <= '9'; }));
  return digits;
}

/// The pattern ^arn:aws[a-z-]{0,24}:kinesis:
std::string_view stream_arn(od::value value) {
  const std::string_view arn = value.get_string();
  require(arn.starts_with("arn:aws"));
  const std::size_t end = arn.find(':', 7);
  require(end != std::string_view::npos && end - 7 <= 24 &&
          arn.substr(7, end - 7).find_first_not_of("abcdefghijklmnopqrstuvwxyz-") ==
              std::string_view::npos &&
          arn.substr(end).starts_with(":kinesis:"));
  return arn;
}

template <class Out>
void stream_record(od::value value, Out& out) {
  bool has_key = false;
  bool has_number = false;
  bool has_data = false;
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "kinesisSchemaVersion")) {
      out.kinesis_schema_version = text(member);
    } else if (key.is(1, "partitionKey")) {
      out.partition_key = partition_key(member);
      has_key = true;
    } else if (key.is(2, "sequenceNumber")) {
      out.sequence_number = sequence_number(member);
      has_number = true;
    } else if (key.is(3, "data")) {
      read_base64(member, out.data);
      has_data = true;
    } else if (key.is(4, "approximateArrivalTimestamp")) {
      out.approximate_arrival_timestamp = double(member.get_double());
    } else if (key.is(5, "encryptionType")) {
      encryption_type(member, place(out.encryption_type));
    }
  });
  require(has_key && has_number && has_data);
}

template <class Out>
void kinesis_record(od::value value, Out& out) {
  bool has_kinesis = false;
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "kinesis")) {
      stream_record(member, place(out.kinesis));
      has_kinesis = true;
    } else if (key.is(1, "eventSource")) {
      kinesis_source(member, place(out.event_source));
    } else if (key.is(2, "eventVersion")) {
      out.event_version = text(member);
    } else if (key.is(3, "eventID")) {
      out.event_id = text(member);
    } else if (key.is(4, "eventName")) {
      out.event_name = text(member);
    } else if (key.is(5, "invokeIdentityArn")) {
      out.invoke_identity_arn = text(member);
    } else if (key.is(6, "awsRegion")) {
      out.aws_region = text(member);
    } else if (key.is(7, "eventSourceARN")) {
      out.event_source_arn = text(member);
    }
  });
  require(has_kinesis);
}

template <class Out>
void window(od::value value, Out& out) {
  bool has_start = false;
  bool has_end = false;
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "start")) {
      out.start = text(member);
      has_start = true;
    } else if (key.is(1, "end")) {
      out.end = text(member);
      has_end = true;
    }
  });
  require(has_start && has_end);
}

template <class Text>
void kafka_source(od::value value, OpenEnum<kafka::EventSource, Text>& out) {
  set(out, value.get_string(),
      {{"aws:kafka", kafka::EventSource::AwsKafka},
       {"SelfManagedKafka", kafka::EventSource::SelfManagedKafka},
       {"aws:SelfManagedKafka", kafka::EventSource::AwsSelfManagedKafka},
       {"aws:self-managed-kafka", kafka::EventSource::AwsSelfManagedKafka_2}});
}

template <class Text>
void timestamp_type(od::value value, OpenEnum<kafka::TimestampType, Text>& out) {
  set(out, value.get_string(),
      {{"CREATE_TIME", kafka::TimestampType::CreateTime},
       {"LOG_APPEND_TIME", kafka::TimestampType::LogAppendTime},
       {"NO_TIMESTAMP_TYPE", kafka::TimestampType::NoTimestampType}});
}

template <class Text>
void data_format(od::value value, OpenEnum<kafka::DataFormat, Text>& out) {
  set(out, value.get_string(),
      {{"AVRO", kafka::DataFormat::Avro},
       {"JSON", kafka::DataFormat::Json},
       {"PROTOBUF", kafka::DataFormat::Protobuf}});
}

template <class Out>
void metadata(od::value value, std::optional<Out>& maybe) {
  if (value.is_null()) return;
  Out& out = maybe.emplace();
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "dataFormat")) {
      data_format(member, place(out.data_format));
    } else if (key.is(1, "schemaId")) {
      out.schema_id = text(member);
    }
  });
}

template <class List, class Text>
void header_value(od::value value, std::variant<List, Text>& out) {
  if (value.type() == od::json_type::array) {
    read_list(value, out.template emplace<List>(),
              [](od::value byte, std::int64_t& item) { item = integer(byte, -128, 255); });
  } else {
    out.template emplace<Text>(text(value));
  }
}

constexpr auto kafka_header = [](od::value value, auto& header) {
  read_map(value, header, [](od::value entry, auto& out) { header_value(entry, out); });
};

template <class Out>
void kafka_record(od::value value, Out& out) {
  bool has_topic = false;
  bool has_partition = false;
  bool has_offset = false;
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "topic")) {
      out.topic = text(member);
      has_topic = true;
    } else if (key.is(1, "partition")) {
      out.partition = integer(member, 0, std::numeric_limits<std::int32_t>::max());
      has_partition = true;
    } else if (key.is(2, "offset")) {
      out.offset = integer(member, 0, std::numeric_limits<std::int64_t>::max());
      has_offset = true;
    } else if (key.is(3, "timestamp")) {
      out.timestamp = std::int64_t(member.get_int64());
    } else if (key.is(4, "timestampType")) {
      timestamp_type(member, place(out.timestamp_type));
    } else if (key.is(5, "key")) {
      read_base64_or_null(member, out.key);
    } else if (key.is(6, "value")) {
      read_base64_or_null(member, out.value);
    } else if (key.is(7, "headers")) {
      read_list(member, place(out.headers), kafka_header);
    } else if (key.is(8, "keySchemaMetadata")) {
      metadata(member, out.key_schema_metadata);
    } else if (key.is(9, "valueSchemaMetadata")) {
      metadata(member, out.value_schema_metadata);
    }
  });
  require(has_topic && has_partition && has_offset);
}

constexpr auto kafka_records = [](od::value value, auto& records) {
  read_list(value, records, [](od::value item, auto& record) { kafka_record(item, record); });
};

template <class Event>
void read_kinesis(od::object object, Event& out) {
  bool has_records = false;
  each_member(object, [&](Name key, od::value member) {
    if (key.is(0, "Records")) {
      read_list(member, out.records,
                [](od::value item, auto& record) { kinesis_record(item, record); });
      has_records = true;
    } else if (key.is(1, "window")) {
      window(member, place(out.window));
    } else if (key.is(2, "state")) {
      read_any(member, out.state);
    } else if (key.is(3, "shardId")) {
      out.shard_id = text(member);
    } else if (key.is(4, "eventSourceARN")) {
      out.event_source_arn = stream_arn(member);
    } else if (key.is(5, "isFinalInvokeForWindow")) {
      out.is_final_invoke_for_window = bool(member.get_bool());
    } else if (key.is(6, "isWindowTerminatedEarly")) {
      out.is_window_terminated_early = bool(member.get_bool());
    }
  });
  require(has_records);
}

template <class Event>
void read_kafka(od::object object, Event& out) {
  bool has_source = false;
  bool has_records = false;
  each_member(object, [&](Name key, od::value member) {
    if (key.is(0, "eventSource")) {
      kafka_source(member, place(out.event_source));
      has_source = true;
    } else if (key.is(1, "eventSourceArn")) {
      out.event_source_arn = text(member);
    } else if (key.is(2, "bootstrapServers")) {
      out.bootstrap_servers = text(member);
    } else if (key.is(3, "records")) {
      read_map(member, out.records, kafka_records);
      has_records = true;
    }
  });
  require(has_source && has_records);
}

}  // namespace

void read(od::object object, events::KinesisEvent& out) { read_kinesis(object, out); }
void read(od::object object, Owned<events::KinesisEvent>& out) { read_kinesis(object, out); }
void read(od::object object, events::KafkaEvent& out) { read_kafka(object, out); }
void read(od::object object, Owned<events::KafkaEvent>& out) { read_kafka(object, out); }

}  // namespace eventc::bench::on_demand
