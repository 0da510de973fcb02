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
#include <variant>

namespace eventc::bench {
namespace {

namespace kinesis = events::kinesis_event::owned;
namespace kafka = events::kafka_event::owned;
namespace http = events::api_gateway_v2_http_request::owned;
namespace rest = events::api_gateway_proxy_request::owned;

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
template <class T, class Order>
void value(Writer& out, const Map<T, Order>& map);
void value(Writer& out, const OpenEnum<kinesis::EventSource>& source) {
  value(out, source.is_known() ? std::string_view("aws:kinesis") : source.text());
}
void value(Writer& out, const OpenEnum<kinesis::EncryptionType>& type) {
  if (!type.is_known()) return value(out, type.text());
  value(out, std::string_view(type == kinesis::EncryptionType::Kms ? "KMS" : "NONE"));
}
void value(Writer& out, const OpenEnum<kafka::EventSource>& source) {
  constexpr std::string_view kNames[] = {"aws:kafka", "SelfManagedKafka", "aws:SelfManagedKafka",
                                         "aws:self-managed-kafka"};
  const auto known = source.known();
  value(out, known ? kNames[static_cast<std::size_t>(*known)] : source.text());
}
void value(Writer& out, const OpenEnum<kafka::TimestampType>& type) {
  constexpr std::string_view kNames[] = {"CREATE_TIME", "LOG_APPEND_TIME", "NO_TIMESTAMP_TYPE"};
  const auto known = type.known();
  value(out, known ? kNames[static_cast<std::size_t>(*known)] : type.text());
}
void value(Writer& out, const OpenEnum<kafka::DataFormat>& format) {
  constexpr std::string_view kNames[] = {"AVRO", "JSON", "PROTOBUF"};
  const auto known = format.known();
  value(out, known ? kNames[static_cast<std::size_t>(*known)] : format.text());
}

// Declared before member(), which could not find them otherwise: neither namespace is theirs.
void value(Writer& out, const kinesis::Window& window);
void value(Writer& out, const kinesis::StreamRecord& record);
void value(Writer& out, const kinesis::Record& record);
void value(Writer& out, const kafka::HeaderValue& header);
void value(Writer& out, const kafka::SchemaMetadata& metadata);
void value(Writer& out, const kafka::Record& record);
void value(Writer& out, const http::Validity& validity);
void value(Writer& out, const http::ClientCert& certificate);
void value(Writer& out, const http::Authentication& authentication);
void value(Writer& out, const http::Http& line);
void value(Writer& out, const http::RequestContext& context);
void value(Writer& out, const rest::Validity& validity);
void value(Writer& out, const rest::ClientCert& certificate);
void value(Writer& out, const rest::Identity& identity);
void value(Writer& out, const rest::RequestContext& context);

template <class T>
void value(Writer& out, const std::vector<T>& items) {
  out.StartArray();
  for (const T& item : items) value(out, item);
  out.EndArray();
}

template <class T, class Order>
void value(Writer& out, const Map<T, Order>& map) {
  out.StartObject();
  for (const auto& [name, held] : map) {
    key(out, name);
    value(out, held);
  }
  out.EndObject();
}

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

void write(Writer& out, const Owned<events::KinesisEvent>& event) {
  out.StartObject();
  member(out, "Records", event.records);
  member(out, "window", event.window);
  member(out, "state", event.state);
  member(out, "shardId", event.shard_id);
  member(out, "eventSourceARN", event.event_source_arn);
  member(out, "isFinalInvokeForWindow", event.is_final_invoke_for_window);
  member(out, "isWindowTerminatedEarly", event.is_window_terminated_early);
  out.EndObject();
}

void value(Writer& out, const kafka::HeaderValue& header) {
  std::visit([&](const auto& held) { value(out, held); }, header);
}

void value(Writer& out, const kafka::SchemaMetadata& metadata) {
  out.StartObject();
  member(out, "dataFormat", metadata.data_format);
  member(out, "schemaId", metadata.schema_id);
  out.EndObject();
}

void value(Writer& out, const kafka::Record& record) {
  out.StartObject();
  member(out, "topic", record.topic);
  member(out, "partition", record.partition);
  member(out, "offset", record.offset);
  member(out, "timestamp", record.timestamp);
  member(out, "timestampType", record.timestamp_type);
  member(out, "key", record.key);
  member(out, "value", record.value);
  member(out, "headers", record.headers);
  member(out, "keySchemaMetadata", record.key_schema_metadata);
  member(out, "valueSchemaMetadata", record.value_schema_metadata);
  out.EndObject();
}

void write(Writer& out, const Owned<events::KafkaEvent>& event) {
  out.StartObject();
  member(out, "eventSource", event.event_source);
  member(out, "eventSourceArn", event.event_source_arn);
  member(out, "bootstrapServers", event.bootstrap_servers);
  member(out, "records", event.records);
  out.EndObject();
}

template <class Validity>
void write_validity(Writer& out, const Validity& validity) {
  out.StartObject();
  member(out, "notBefore", validity.not_before);
  member(out, "notAfter", validity.not_after);
  out.EndObject();
}

template <class ClientCert>
void write_certificate(Writer& out, const ClientCert& certificate) {
  out.StartObject();
  member(out, "clientCertPem", certificate.client_cert_pem);
  member(out, "subjectDN", certificate.subject_dn);
  member(out, "issuerDN", certificate.issuer_dn);
  member(out, "serialNumber", certificate.serial_number);
  member(out, "validity", certificate.validity);
  out.EndObject();
}

// Both versions of the payload have types of their own for these.
void value(Writer& out, const http::Validity& validity) { write_validity(out, validity); }
void value(Writer& out, const rest::Validity& validity) { write_validity(out, validity); }
void value(Writer& out, const http::ClientCert& one) { write_certificate(out, one); }
void value(Writer& out, const rest::ClientCert& one) { write_certificate(out, one); }

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

void write(Writer& out, const Owned<events::ApiGatewayV2HttpRequest>& event) {
  out.StartObject();
  member(out, "version", Owned<events::ApiGatewayV2HttpRequest>::version);
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

void value(Writer& out, const rest::Identity& identity) {
  out.StartObject();
  member(out, "accessKey", identity.access_key);
  member(out, "accountId", identity.account_id);
  member(out, "apiKey", identity.api_key);
  member(out, "apiKeyId", identity.api_key_id);
  member(out, "caller", identity.caller);
  member(out, "clientCert", identity.client_cert);
  member(out, "cognitoAmr", identity.cognito_amr);
  member(out, "cognitoAuthenticationProvider", identity.cognito_authentication_provider);
  member(out, "cognitoAuthenticationType", identity.cognito_authentication_type);
  member(out, "cognitoIdentityId", identity.cognito_identity_id);
  member(out, "cognitoIdentityPoolId", identity.cognito_identity_pool_id);
  member(out, "principalOrgId", identity.principal_org_id);
  member(out, "sourceIp", identity.source_ip);
  member(out, "user", identity.user);
  member(out, "userAgent", identity.user_agent);
  member(out, "userArn", identity.user_arn);
  member(out, "vpcId", identity.vpc_id);
  member(out, "vpceId", identity.vpce_id);
  out.EndObject();
}

void value(Writer& out, const rest::RequestContext& context) {
  out.StartObject();
  member(out, "accountId", context.account_id);
  member(out, "apiId", context.api_id);
  member(out, "authorizer", context.authorizer);
  member(out, "deploymentId", context.deployment_id);
  member(out, "domainName", context.domain_name);
  member(out, "domainPrefix", context.domain_prefix);
  member(out, "extendedRequestId", context.extended_request_id);
  member(out, "httpMethod", context.http_method);
  member(out, "identity", context.identity);
  member(out, "operationName", context.operation_name);
  member(out, "path", context.path);
  member(out, "protocol", context.protocol);
  member(out, "requestId", context.request_id);
  member(out, "requestTime", context.request_time);
  member(out, "requestTimeEpoch", context.request_time_epoch);
  member(out, "resourceId", context.resource_id);
  member(out, "resourcePath", context.resource_path);
  member(out, "stage", context.stage);
  out.EndObject();
}

void write(Writer& out, const Owned<events::ApiGatewayProxyRequest>& event) {
  out.StartObject();
  member(out, "version", event.version);
  member(out, "resource", event.resource);
  member(out, "path", event.path);
  member(out, "rawPath", event.raw_path);
  member(out, "httpMethod", event.http_method);
  member(out, "headers", event.headers);
  member(out, "multiValueHeaders", event.multi_value_headers);
  member(out, "queryStringParameters", event.query_string_parameters);
  member(out, "multiValueQueryStringParameters", event.multi_value_query_string_parameters);
  member(out, "cookies", event.cookies);
  member(out, "pathParameters", event.path_parameters);
  member(out, "stageVariables", event.stage_variables);
  member(out, "requestContext", event.request_context);
  member(out, "body", event.body);
  member(out, "isBase64Encoded", event.is_base64_encoded);
  out.EndObject();
}

template <class T>
std::vector<Contender> writers_of(const Payload& payload) {
  const auto event = parse<Owned<T>>(payload.text);
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
  return with_type(payload.event,
                   [&](auto type) { return writers_of<typename decltype(type)::type>(payload); });
}

}  // namespace eventc::bench
