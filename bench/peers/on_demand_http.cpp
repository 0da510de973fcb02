// SPDX-License-Identifier: Apache-2.0
#include "on_demand.hpp"

namespace eventc::bench::on_demand {
namespace {

std::int64_t any_integer(od::value value) { return value.get_int64(); }

std::optional<std::int64_t> integer_or_null(od::value value) {
  if (value.is_null()) return std::nullopt;
  return any_integer(value);
}

std::optional<bool> boolean_or_null(od::value value) {
  if (value.is_null()) return std::nullopt;
  return bool(value.get_bool());
}

template <class Out>
void http_validity(od::value value, Out& out) {
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "notBefore") {
      out.not_before = text(member);
    } else if (key == "notAfter") {
      out.not_after = text(member);
    }
  });
}

template <class Out>
void http_client_cert(od::value value, Out& out) {
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "clientCertPem") {
      out.client_cert_pem = text(member);
    } else if (key == "subjectDN") {
      out.subject_dn = text(member);
    } else if (key == "issuerDN") {
      out.issuer_dn = text(member);
    } else if (key == "serialNumber") {
      out.serial_number = text(member);
    } else if (key == "validity") {
      http_validity(member, place(out.validity));
    }
  });
}

template <class Out>
void authentication(od::value value, std::optional<Out>& maybe) {
  if (value.is_null()) return;
  Out& out = maybe.emplace();
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "clientCert") http_client_cert(member, place(out.client_cert));
  });
}

template <class Out>
void http_line(od::value value, Out& out) {
  bool has_method = false;
  bool has_path = false;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "method") {
      out.method = text(member);
      has_method = true;
    } else if (key == "path") {
      out.path = text(member);
      has_path = true;
    } else if (key == "protocol") {
      out.protocol = text_or_null(member);
    } else if (key == "sourceIp") {
      out.source_ip = text_or_null(member);
    } else if (key == "userAgent") {
      out.user_agent = text_or_null(member);
    }
  });
  require(has_method && has_path);
}

template <class Out>
void http_context(od::value value, Out& out) {
  bool has_http = false;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "accountId") {
      out.account_id = text_or_null(member);
    } else if (key == "apiId") {
      out.api_id = text_or_null(member);
    } else if (key == "authentication") {
      authentication(member, out.authentication);
    } else if (key == "authorizer") {
      read_any(member, out.authorizer);
    } else if (key == "domainName") {
      out.domain_name = text_or_null(member);
    } else if (key == "domainPrefix") {
      out.domain_prefix = text_or_null(member);
    } else if (key == "http") {
      http_line(member, place(out.http));
      has_http = true;
    } else if (key == "requestId") {
      out.request_id = text_or_null(member);
    } else if (key == "routeKey") {
      out.route_key = text_or_null(member);
    } else if (key == "stage") {
      out.stage = text_or_null(member);
    } else if (key == "time") {
      out.time = text_or_null(member);
    } else if (key == "timeEpoch") {
      out.time_epoch = any_integer(member);
    }
  });
  require(has_http);
}

template <class Out>
void rest_validity(od::value value, std::optional<Out>& maybe) {
  if (value.is_null()) return;
  Out& out = maybe.emplace();
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "notBefore") {
      out.not_before = text_or_null(member);
    } else if (key == "notAfter") {
      out.not_after = text_or_null(member);
    }
  });
}

template <class Out>
void rest_client_cert(od::value value, std::optional<Out>& maybe) {
  if (value.is_null()) return;
  Out& out = maybe.emplace();
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "clientCertPem") {
      out.client_cert_pem = text_or_null(member);
    } else if (key == "subjectDN") {
      out.subject_dn = text_or_null(member);
    } else if (key == "issuerDN") {
      out.issuer_dn = text_or_null(member);
    } else if (key == "serialNumber") {
      out.serial_number = text_or_null(member);
    } else if (key == "validity") {
      rest_validity(member, out.validity);
    }
  });
}

template <class Out>
void identity(od::value value, std::optional<Out>& maybe) {
  if (value.is_null()) return;
  Out& out = maybe.emplace();
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "accessKey") {
      out.access_key = text_or_null(member);
    } else if (key == "accountId") {
      out.account_id = text_or_null(member);
    } else if (key == "apiKey") {
      out.api_key = text_or_null(member);
    } else if (key == "apiKeyId") {
      out.api_key_id = text_or_null(member);
    } else if (key == "caller") {
      out.caller = text_or_null(member);
    } else if (key == "clientCert") {
      rest_client_cert(member, out.client_cert);
    } else if (key == "cognitoAmr") {
      read_any(member, out.cognito_amr);
    } else if (key == "cognitoAuthenticationProvider") {
      out.cognito_authentication_provider = text_or_null(member);
    } else if (key == "cognitoAuthenticationType") {
      out.cognito_authentication_type = text_or_null(member);
    } else if (key == "cognitoIdentityId") {
      out.cognito_identity_id = text_or_null(member);
    } else if (key == "cognitoIdentityPoolId") {
      out.cognito_identity_pool_id = text_or_null(member);
    } else if (key == "principalOrgId") {
      out.principal_org_id = text_or_null(member);
    } else if (key == "sourceIp") {
      out.source_ip = text_or_null(member);
    } else if (key == "user") {
      out.user = text_or_null(member);
    } else if (key == "userAgent") {
      out.user_agent = text_or_null(member);
    } else if (key == "userArn") {
      out.user_arn = text_or_null(member);
    } else if (key == "vpcId") {
      out.vpc_id = text_or_null(member);
    } else if (key == "vpceId") {
      out.vpce_id = text_or_null(member);
    }
  });
}

template <class Out>
void rest_context(od::value value, Out& out) {
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "accountId") {
      out.account_id = text_or_null(member);
    } else if (key == "apiId") {
      out.api_id = text_or_null(member);
    } else if (key == "authorizer") {
      read_any(member, out.authorizer);
    } else if (key == "deploymentId") {
      out.deployment_id = text_or_null(member);
    } else if (key == "domainName") {
      out.domain_name = text_or_null(member);
    } else if (key == "domainPrefix") {
      out.domain_prefix = text_or_null(member);
    } else if (key == "extendedRequestId") {
      out.extended_request_id = text_or_null(member);
    } else if (key == "httpMethod") {
      out.http_method = text_or_null(member);
    } else if (key == "identity") {
      identity(member, out.identity);
    } else if (key == "operationName") {
      out.operation_name = text_or_null(member);
    } else if (key == "path") {
      out.path = text_or_null(member);
    } else if (key == "protocol") {
      out.protocol = text_or_null(member);
    } else if (key == "requestId") {
      out.request_id = text_or_null(member);
    } else if (key == "requestTime") {
      out.request_time = text_or_null(member);
    } else if (key == "requestTimeEpoch") {
      out.request_time_epoch = integer_or_null(member);
    } else if (key == "resourceId") {
      out.resource_id = text_or_null(member);
    } else if (key == "resourcePath") {
      out.resource_path = text_or_null(member);
    } else if (key == "stage") {
      out.stage = text_or_null(member);
    }
  });
}

template <class Event>
void read_http(od::object object, Event& out) {
  bool has_version = false;
  bool has_path = false;
  bool has_context = false;
  bool has_base64 = false;
  each_member(object, [&](od::raw_json_string key, od::value member) {
    if (key == "version") {
      require(std::string_view(member.get_string()) ==
              Owned<events::ApiGatewayV2HttpRequest>::version);
      has_version = true;
    } else if (key == "routeKey") {
      out.route_key = text_or_null(member);
    } else if (key == "rawPath") {
      out.raw_path = text(member);
      has_path = true;
    } else if (key == "rawQueryString") {
      out.raw_query_string = text_or_null(member);
    } else if (key == "cookies") {
      read_texts_or_null(member, out.cookies);
    } else if (key == "headers") {
      read_map_or_null(member, out.headers, read_text);
    } else if (key == "queryStringParameters") {
      read_map_or_null(member, out.query_string_parameters, read_text);
    } else if (key == "requestContext") {
      http_context(member, place(out.request_context));
      has_context = true;
    } else if (key == "body") {
      out.body = text_or_null(member);
    } else if (key == "pathParameters") {
      read_map_or_null(member, out.path_parameters, read_text);
    } else if (key == "isBase64Encoded") {
      out.is_base64_encoded = member.get_bool();
      has_base64 = true;
    } else if (key == "stageVariables") {
      read_map_or_null(member, out.stage_variables, read_text);
    }
  });
  require(has_version && has_path && has_context && has_base64);
}

template <class Event>
void read_rest(od::object object, Event& out) {
  bool has_resource = false;
  bool has_path = false;
  bool has_method = false;
  bool has_context = false;
  each_member(object, [&](od::raw_json_string key, od::value member) {
    if (key == "version") {
      out.version = text_or_null(member);
    } else if (key == "resource") {
      out.resource = text(member);
      has_resource = true;
    } else if (key == "path") {
      out.path = text(member);
      has_path = true;
    } else if (key == "rawPath") {
      out.raw_path = text_or_null(member);
    } else if (key == "httpMethod") {
      out.http_method = text(member);
      has_method = true;
    } else if (key == "headers") {
      read_map_or_null(member, out.headers, read_text);
    } else if (key == "multiValueHeaders") {
      read_map_or_null(member, out.multi_value_headers, read_texts);
    } else if (key == "queryStringParameters") {
      read_map_or_null(member, out.query_string_parameters, read_text);
    } else if (key == "multiValueQueryStringParameters") {
      read_map_or_null(member, out.multi_value_query_string_parameters, read_texts);
    } else if (key == "cookies") {
      read_texts_or_null(member, out.cookies);
    } else if (key == "pathParameters") {
      read_map_or_null(member, out.path_parameters, read_text);
    } else if (key == "stageVariables") {
      read_map_or_null(member, out.stage_variables, read_text);
    } else if (key == "requestContext") {
      rest_context(member, place(out.request_context));
      has_context = true;
    } else if (key == "body") {
      out.body = text_or_null(member);
    } else if (key == "isBase64Encoded") {
      out.is_base64_encoded = boolean_or_null(member);
    }
  });
  require(has_resource && has_path && has_method && has_context);
}

}  // namespace

void read(od::object object, events::ApiGatewayV2HttpRequest& out) { read_http(object, out); }
void read(od::object object, Owned<events::ApiGatewayV2HttpRequest>& out) {
  read_http(object, out);
}
void read(od::object object, events::ApiGatewayProxyRequest& out) { read_rest(object, out); }
void read(od::object object, Owned<events::ApiGatewayProxyRequest>& out) { read_rest(object, out); }

}  // namespace eventc::bench::on_demand
