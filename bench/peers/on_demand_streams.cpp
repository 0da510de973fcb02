// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "on_demand.hpp"

namespace eventc::bench::on_demand {
namespace {

namespace kinesis = events::kinesis_event::owned;
namespace kafka = events::kafka_event::owned;

OpenEnum<kinesis::EventSource> kinesis_source(od::value value) {
  const std::string_view name = value.get_string();
  if (name == "aws:kinesis") return kinesis::EventSource::AwsKinesis;
  return OpenEnum<kinesis::EventSource>(std::string(name));
}

OpenEnum<kinesis::EncryptionType> encryption_type(od::value value) {
  const std::string_view name = value.get_string();
  if (name == "NONE") return kinesis::EncryptionType::None;
  if (name == "KMS") return kinesis::EncryptionType::Kms;
  return OpenEnum<kinesis::EncryptionType>(std::string(name));
}

std::string partition_key(od::value value) {
  const std::string_view key = value.get_string();
  const auto characters = std::count_if(key.begin(), key.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  });
  require(1 <= characters && characters <= 256);
  return std::string(key);
}

std::string sequence_number(od::value value) {
  const std::string_view digits = value.get_string();
  require(!digits.empty() && digits.size() <= 129 &&
          std::all_of(digits.begin(), digits.end(), [](char c) { return '0' <= c && c <= '9'; }));
  return std::string(digits);
}

/// The pattern ^arn:aws[a-z-]{0,24}:kinesis:
std::string stream_arn(od::value value) {
  const std::string_view arn = value.get_string();
  require(arn.starts_with("arn:aws"));
  const std::size_t end = arn.find(':', 7);
  require(end != std::string_view::npos && end - 7 <= 24 &&
          arn.substr(7, end - 7).find_first_not_of("abcdefghijklmnopqrstuvwxyz-") ==
              std::string_view::npos &&
          arn.substr(end).starts_with(":kinesis:"));
  return std::string(arn);
}

kinesis::StreamRecord stream_record(od::value value) {
  kinesis::StreamRecord out;
  bool has_key = false;
  bool has_number = false;
  bool has_data = false;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "kinesisSchemaVersion") {
      out.kinesis_schema_version = text(member);
    } else if (key == "partitionKey") {
      out.partition_key = partition_key(member);
      has_key = true;
    } else if (key == "sequenceNumber") {
      out.sequence_number = sequence_number(member);
      has_number = true;
    } else if (key == "data") {
      out.data = base64(member);
      has_data = true;
    } else if (key == "approximateArrivalTimestamp") {
      out.approximate_arrival_timestamp = double(member.get_double());
    } else if (key == "encryptionType") {
      out.encryption_type = encryption_type(member);
    }
  });
  require(has_key && has_number && has_data);
  return out;
}

kinesis::Record kinesis_record(od::value value) {
  kinesis::Record out;
  bool has_kinesis = false;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "kinesis") {
      out.kinesis = stream_record(member);
      has_kinesis = true;
    } else if (key == "eventSource") {
      out.event_source = kinesis_source(member);
    } else if (key == "eventVersion") {
      out.event_version = text(member);
    } else if (key == "eventID") {
      out.event_id = text(member);
    } else if (key == "eventName") {
      out.event_name = text(member);
    } else if (key == "invokeIdentityArn") {
      out.invoke_identity_arn = text(member);
    } else if (key == "awsRegion") {
      out.aws_region = text(member);
    } else if (key == "eventSourceARN") {
      out.event_source_arn = text(member);
    }
  });
  require(has_kinesis);
  return out;
}

kinesis::Window window(od::value value) {
  kinesis::Window out;
  bool has_start = false;
  bool has_end = false;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "start") {
      out.start = text(member);
      has_start = true;
    } else if (key == "end") {
      out.end = text(member);
      has_end = true;
    }
  });
  require(has_start && has_end);
  return out;
}

OpenEnum<kafka::EventSource> kafka_source(od::value value) {
  const std::string_view name = value.get_string();
  if (name == "aws:kafka") return kafka::EventSource::AwsKafka;
  if (name == "SelfManagedKafka") return kafka::EventSource::SelfManagedKafka;
  if (name == "aws:SelfManagedKafka") return kafka::EventSource::AwsSelfManagedKafka;
  if (name == "aws:self-managed-kafka") return kafka::EventSource::AwsSelfManagedKafka_2;
  return OpenEnum<kafka::EventSource>(std::string(name));
}

OpenEnum<kafka::TimestampType> timestamp_type(od::value value) {
  const std::string_view name = value.get_string();
  if (name == "CREATE_TIME") return kafka::TimestampType::CreateTime;
  if (name == "LOG_APPEND_TIME") return kafka::TimestampType::LogAppendTime;
  if (name == "NO_TIMESTAMP_TYPE") return kafka::TimestampType::NoTimestampType;
  return OpenEnum<kafka::TimestampType>(std::string(name));
}

OpenEnum<kafka::DataFormat> data_format(od::value value) {
  const std::string_view name = value.get_string();
  if (name == "AVRO") return kafka::DataFormat::Avro;
  if (name == "JSON") return kafka::DataFormat::Json;
  if (name == "PROTOBUF") return kafka::DataFormat::Protobuf;
  return OpenEnum<kafka::DataFormat>(std::string(name));
}

std::optional<kafka::SchemaMetadata> metadata(od::value value) {
  if (value.is_null()) return std::nullopt;
  kafka::SchemaMetadata out;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "dataFormat") {
      out.data_format = data_format(member);
    } else if (key == "schemaId") {
      out.schema_id = text(member);
    }
  });
  return out;
}

kafka::HeaderValue header_value(od::value value) {
  if (value.type() != od::json_type::array) return text(value);
  std::vector<std::int64_t> bytes;
  for (auto item : value.get_array()) bytes.push_back(integer(item.value(), -128, 255));
  return bytes;
}

std::vector<kafka::Header> kafka_headers(od::value value) {
  std::vector<kafka::Header> headers;
  for (auto item : value.get_array()) {
    headers.push_back(map<kafka::Header>(item.value(), header_value));
  }
  return headers;
}

kafka::Record kafka_record(od::value value) {
  kafka::Record out;
  bool has_topic = false;
  bool has_partition = false;
  bool has_offset = false;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "topic") {
      out.topic = text(member);
      has_topic = true;
    } else if (key == "partition") {
      out.partition = integer(member, 0, std::numeric_limits<std::int32_t>::max());
      has_partition = true;
    } else if (key == "offset") {
      out.offset = integer(member, 0, std::numeric_limits<std::int64_t>::max());
      has_offset = true;
    } else if (key == "timestamp") {
      out.timestamp = std::int64_t(member.get_int64());
    } else if (key == "timestampType") {
      out.timestamp_type = timestamp_type(member);
    } else if (key == "key") {
      out.key = base64_or_null(member);
    } else if (key == "value") {
      out.value = base64_or_null(member);
    } else if (key == "headers") {
      out.headers = kafka_headers(member);
    } else if (key == "keySchemaMetadata") {
      out.key_schema_metadata = metadata(member);
    } else if (key == "valueSchemaMetadata") {
      out.value_schema_metadata = metadata(member);
    }
  });
  require(has_topic && has_partition && has_offset);
  return out;
}

std::vector<kafka::Record> kafka_records(od::value value) {
  std::vector<kafka::Record> records;
  for (auto item : value.get_array()) records.push_back(kafka_record(item.value()));
  return records;
}

}  // namespace

Owned<events::KinesisEvent> read_kinesis(od::object object) {
  Owned<events::KinesisEvent> out;
  bool has_records = false;
  each_member(object, [&](od::raw_json_string key, od::value member) {
    if (key == "Records") {
      for (auto item : member.get_array()) out.records.push_back(kinesis_record(item.value()));
      has_records = true;
    } else if (key == "window") {
      out.window = window(member);
    } else if (key == "state") {
      out.state = any(member);
    } else if (key == "shardId") {
      out.shard_id = text(member);
    } else if (key == "eventSourceARN") {
      out.event_source_arn = stream_arn(member);
    } else if (key == "isFinalInvokeForWindow") {
      out.is_final_invoke_for_window = bool(member.get_bool());
    } else if (key == "isWindowTerminatedEarly") {
      out.is_window_terminated_early = bool(member.get_bool());
    }
  });
  require(has_records);
  return out;
}

Owned<events::KafkaEvent> read_kafka(od::object object) {
  Owned<events::KafkaEvent> out;
  bool has_source = false;
  bool has_records = false;
  each_member(object, [&](od::raw_json_string key, od::value member) {
    if (key == "eventSource") {
      out.event_source = kafka_source(member);
      has_source = true;
    } else if (key == "eventSourceArn") {
      out.event_source_arn = text(member);
    } else if (key == "bootstrapServers") {
      out.bootstrap_servers = text(member);
    } else if (key == "records") {
      out.records = map<Map<std::vector<kafka::Record>>>(member, kafka_records);
      has_records = true;
    }
  });
  require(has_source && has_records);
  return out;
}

}  // namespace eventc::bench::on_demand
