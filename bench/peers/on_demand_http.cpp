// SPDX-License-Identifier: Apache-2.0
#include "on_demand.hpp"

namespace eventc::bench::on_demand {
namespace {

namespace http = events::api_gateway_v2_http_request::owned;
namespace rest = events::api_gateway_proxy_request::owned;

std::int64_t any_integer(od::value value) { return value.get_int64(); }

std::optional<std::int64_t> integer_or_null(od::value value) {
  if (value.is_null()) return std::nullopt;
  return any_integer(value);
}

std::optional<bool> boolean_or_null(od::value value) {
  if (value.is_null()) return std::nullopt;
  return bool(value.get_bool());
}

http::Validity http_validity(od::value value) {
  http::Validity out;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "notBefore") {
      out.not_before = text(member);
    } else if (key == "notAfter") {
      out.not_after = text(member);
    }
  });
  return out;
}

http::ClientCert http_client_cert(od::value value) {
  http::ClientCert out;
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
      out.validity = http_validity(member);
    }
  });
  return out;
}

std::optional<http::Authentication> authentication(od::value value) {
  if (value.is_null()) return std::nullopt;
  http::Authentication out;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "clientCert") out.client_cert = http_client_cert(member);
  });
  return out;
}

http::Http http_line(od::value value) {
  http::Http out;
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
  return out;
}

http::RequestContext http_context(od::value value) {
  http::RequestContext out;
  bool has_http = false;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "accountId") {
      out.account_id = text_or_null(member);
    } else if (key == "apiId") {
      out.api_id = text_or_null(member);
    } else if (key == "authentication") {
      out.authentication = authentication(member);
    } else if (key == "authorizer") {
      out.authorizer = any(member);
    } else if (key == "domainName") {
      out.domain_name = text_or_null(member);
    } else if (key == "domainPrefix") {
      out.domain_prefix = text_or_null(member);
    } else if (key == "http") {
      out.http = http_line(member);
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
  return out;
}

std::optional<rest::Validity> rest_validity(od::value value) {
  if (value.is_null()) return std::nullopt;
  rest::Validity out;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "notBefore") {
      out.not_before = text_or_null(member);
    } else if (key == "notAfter") {
      out.not_after = text_or_null(member);
    }
  });
  return out;
}

std::optional<rest::ClientCert> rest_client_cert(od::value value) {
  if (value.is_null()) return std::nullopt;
  rest::ClientCert out;
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
      out.validity = rest_validity(member);
    }
  });
  return out;
}

std::optional<rest::Identity> identity(od::value value) {
  if (value.is_null()) return std::nullopt;
  rest::Identity out;
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
      out.client_cert = rest_client_cert(member);
    } else if (key == "cognitoAmr") {
      out.cognito_amr = any(member);
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
  return out;
}

rest::RequestContext rest_context(od::value value) {
  rest::RequestContext out;
  each_member(value.get_object(), [&](od::raw_json_string key, od::value member) {
    if (key == "accountId") {
      out.account_id = text_or_null(member);
    } else if (key == "apiId") {
      out.api_id = text_or_null(member);
    } else if (key == "authorizer") {
      out.authorizer = any(member);
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
      out.identity = identity(member);
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
  return out;
}

}  // namespace

Owned<events::ApiGatewayV2HttpRequest> read_http(od::object object) {
  Owned<events::ApiGatewayV2HttpRequest> out;
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
      out.cookies = texts_or_null(member);
    } else if (key == "headers") {
      out.headers = map_or_null<HeaderMap<std::string>>(member, text);
    } else if (key == "queryStringParameters") {
      out.query_string_parameters = map_or_null<Map<std::string>>(member, text);
    } else if (key == "requestContext") {
      out.request_context = http_context(member);
      has_context = true;
    } else if (key == "body") {
      out.body = text_or_null(member);
    } else if (key == "pathParameters") {
      out.path_parameters = map_or_null<Map<std::string>>(member, text);
    } else if (key == "isBase64Encoded") {
      out.is_base64_encoded = member.get_bool();
      has_base64 = true;
    } else if (key == "stageVariables") {
      out.stage_variables = map_or_null<Map<std::string>>(member, text);
    }
  });
  require(has_version && has_path && has_context && has_base64);
  return out;
}

Owned<events::ApiGatewayProxyRequest> read_rest(od::object object) {
  using Lists = Map<std::vector<std::string>>;
  Owned<events::ApiGatewayProxyRequest> out;
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
      out.headers = map_or_null<HeaderMap<std::string>>(member, text);
    } else if (key == "multiValueHeaders") {
      out.multi_value_headers = map_or_null<HeaderMap<std::vector<std::string>>>(member, texts);
    } else if (key == "queryStringParameters") {
      out.query_string_parameters = map_or_null<Map<std::string>>(member, text);
    } else if (key == "multiValueQueryStringParameters") {
      out.multi_value_query_string_parameters = map_or_null<Lists>(member, texts);
    } else if (key == "cookies") {
      out.cookies = texts_or_null(member);
    } else if (key == "pathParameters") {
      out.path_parameters = map_or_null<Map<std::string>>(member, text);
    } else if (key == "stageVariables") {
      out.stage_variables = map_or_null<Map<std::string>>(member, text);
    } else if (key == "requestContext") {
      out.request_context = rest_context(member);
      has_context = true;
    } else if (key == "body") {
      out.body = text_or_null(member);
    } else if (key == "isBase64Encoded") {
      out.is_base64_encoded = boolean_or_null(member);
    }
  });
  require(has_resource && has_path && has_method && has_context);
  return out;
}

}  // namespace eventc::bench::on_demand
