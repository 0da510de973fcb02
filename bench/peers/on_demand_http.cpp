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
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "notBefore")) {
      out.not_before = text(member);
    } else if (key.is(1, "notAfter")) {
      out.not_after = text(member);
    }
  });
}

template <class Out>
void http_client_cert(od::value value, Out& out) {
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "clientCertPem")) {
      out.client_cert_pem = text(member);
    } else if (key.is(1, "subjectDN")) {
      out.subject_dn = text(member);
    } else if (key.is(2, "issuerDN")) {
      out.issuer_dn = text(member);
    } else if (key.is(3, "serialNumber")) {
      out.serial_number = text(member);
    } else if (key.is(4, "validity")) {
      http_validity(member, place(out.validity));
    }
  });
}

template <class Out>
void authentication(od::value value, std::optional<Out>& maybe) {
  if (value.is_null()) return;
  Out& out = maybe.emplace();
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "clientCert")) http_client_cert(member, place(out.client_cert));
  });
}

template <class Out>
void http_line(od::value value, Out& out) {
  bool has_method = false;
  bool has_path = false;
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "method")) {
      out.method = text(member);
      has_method = true;
    } else if (key.is(1, "path")) {
      out.path = text(member);
      has_path = true;
    } else if (key.is(2, "protocol")) {
      out.protocol = text_or_null(member);
    } else if (key.is(3, "sourceIp")) {
      out.source_ip = text_or_null(member);
    } else if (key.is(4, "userAgent")) {
      out.user_agent = text_or_null(member);
    }
  });
  require(has_method && has_path);
}

template <class Out>
void http_context(od::value value, Out& out) {
  bool has_http = false;
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "accountId")) {
      out.account_id = text_or_null(member);
    } else if (key.is(1, "apiId")) {
      out.api_id = text_or_null(member);
    } else if (key.is(2, "authentication")) {
      authentication(member, out.authentication);
    } else if (key.is(3, "authorizer")) {
      read_any(member, out.authorizer);
    } else if (key.is(4, "domainName")) {
      out.domain_name = text_or_null(member);
    } else if (key.is(5, "domainPrefix")) {
      out.domain_prefix = text_or_null(member);
    } else if (key.is(6, "http")) {
      http_line(member, place(out.http));
      has_http = true;
    } else if (key.is(7, "requestId")) {
      out.request_id = text_or_null(member);
    } else if (key.is(8, "routeKey")) {
      out.route_key = text_or_null(member);
    } else if (key.is(9, "stage")) {
      out.stage = text_or_null(member);
    } else if (key.is(10, "time")) {
      out.time = text_or_null(member);
    } else if (key.is(11, "timeEpoch")) {
      out.time_epoch = any_integer(member);
    }
  });
  require(has_http);
}

template <class Out>
void rest_validity(od::value value, std::optional<Out>& maybe) {
  if (value.is_null()) return;
  Out& out = maybe.emplace();
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "notBefore")) {
      out.not_before = text_or_null(member);
    } else if (key.is(1, "notAfter")) {
      out.not_after = text_or_null(member);
    }
  });
}

template <class Out>
void rest_client_cert(od::value value, std::optional<Out>& maybe) {
  if (value.is_null()) return;
  Out& out = maybe.emplace();
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "clientCertPem")) {
      out.client_cert_pem = text_or_null(member);
    } else if (key.is(1, "subjectDN")) {
      out.subject_dn = text_or_null(member);
    } else if (key.is(2, "issuerDN")) {
      out.issuer_dn = text_or_null(member);
    } else if (key.is(3, "serialNumber")) {
      out.serial_number = text_or_null(member);
    } else if (key.is(4, "validity")) {
      rest_validity(member, out.validity);
    }
  });
}

template <class Out>
void identity(od::value value, std::optional<Out>& maybe) {
  if (value.is_null()) return;
  Out& out = maybe.emplace();
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "accessKey")) {
      out.access_key = text_or_null(member);
    } else if (key.is(1, "accountId")) {
      out.account_id = text_or_null(member);
    } else if (key.is(2, "apiKey")) {
      out.api_key = text_or_null(member);
    } else if (key.is(3, "apiKeyId")) {
      out.api_key_id = text_or_null(member);
    } else if (key.is(4, "caller")) {
      out.caller = text_or_null(member);
    } else if (key.is(5, "clientCert")) {
      rest_client_cert(member, out.client_cert);
    } else if (key.is(6, "cognitoAmr")) {
      read_any(member, out.cognito_amr);
    } else if (key.is(7, "cognitoAuthenticationProvider")) {
      out.cognito_authentication_provider = text_or_null(member);
    } else if (key.is(8, "cognitoAuthenticationType")) {
      out.cognito_authentication_type = text_or_null(member);
    } else if (key.is(9, "cognitoIdentityId")) {
      out.cognito_identity_id = text_or_null(member);
    } else if (key.is(10, "cognitoIdentityPoolId")) {
      out.cognito_identity_pool_id = text_or_null(member);
    } else if (key.is(11, "principalOrgId")) {
      out.principal_org_id = text_or_null(member);
    } else if (key.is(12, "sourceIp")) {
      out.source_ip = text_or_null(member);
    } else if (key.is(13, "user")) {
      out.user = text_or_null(member);
    } else if (key.is(14, "userAgent")) {
      out.user_agent = text_or_null(member);
    } else if (key.is(15, "userArn")) {
      out.user_arn = text_or_null(member);
    } else if (key.is(16, "vpcId")) {
      out.vpc_id = text_or_null(member);
    } else if (key.is(17, "vpceId")) {
      out.vpce_id = text_or_null(member);
    }
  });
}

template <class Out>
void rest_context(od::value value, Out& out) {
  each_member(value.get_object(), [&](Name key, od::value member) {
    if (key.is(0, "accountId")) {
      out.account_id = text_or_null(member);
    } else if (key.is(1, "apiId")) {
      out.api_id = text_or_null(member);
    } else if (key.is(2, "authorizer")) {
      read_any(member, out.authorizer);
    } else if (key.is(3, "deploymentId")) {
      out.deployment_id = text_or_null(member);
    } else if (key.is(4, "domainName")) {
      out.domain_name = text_or_null(member);
    } else if (key.is(5, "domainPrefix")) {
      out.domain_prefix = text_or_null(member);
    } else if (key.is(6, "extendedRequestId")) {
      out.extended_request_id = text_or_null(member);
    } else if (key.is(7, "httpMethod")) {
      out.http_method = text_or_null(member);
    } else if (key.is(8, "identity")) {
      identity(member, out.identity);
    } else if (key.is(9, "operationName")) {
      out.operation_name = text_or_null(member);
    } else if (key.is(10, "path")) {
      out.path = text_or_null(member);
    } else if (key.is(11, "protocol")) {
      out.protocol = text_or_null(member);
    } else if (key.is(12, "requestId")) {
      out.request_id = text_or_null(member);
    } else if (key.is(13, "requestTime")) {
      out.request_time = text_or_null(member);
    } else if (key.is(14, "requestTimeEpoch")) {
      out.request_time_epoch = integer_or_null(member);
    } else if (key.is(15, "resourceId")) {
      out.resource_id = text_or_null(member);
    } else if (key.is(16, "resourcePath")) {
      out.resource_path = text_or_null(member);
    } else if (key.is(17, "stage")) {
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
  each_member(object, [&](Name key, od::value member) {
    if (key.is(0, "version")) {
      require(std::string_view(member.get_string()) ==
              Owned<events::ApiGatewayV2HttpRequest>::version);
      has_version = true;
    } else if (key.is(1, "routeKey")) {
      out.route_key = text_or_null(member);
    } else if (key.is(2, "rawPath")) {
      out.raw_path = text(member);
      has_path = true;
    } else if (key.is(3, "rawQueryString")) {
      out.raw_query_string = text_or_null(member);
    } else if (key.is(4, "cookies")) {
      read_texts_or_null(member, out.cookies);
    } else if (key.is(5, "headers")) {
      read_map_or_null(member, out.headers, read_text);
    } else if (key.is(6, "queryStringParameters")) {
      read_map_or_null(member, out.query_string_parameters, read_text);
    } else if (key.is(7, "requestContext")) {
      http_context(member, place(out.request_context));
      has_context = true;
    } else if (key.is(8, "body")) {
      out.body = text_or_null(member);
    } else if (key.is(9, "pathParameters")) {
      read_map_or_null(member, out.path_parameters, read_text);
    } else if (key.is(10, "isBase64Encoded")) {
      out.is_base64_encoded = member.get_bool();
      has_base64 = true;
    } else if (key.is(11, "stageVariables")) {
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
  each_member(object, [&](Name key, od::value member) {
    if (key.is(0, "version")) {
      out.version = text_or_null(member);
    } else if (key.is(1, "resource")) {
      out.resource = text(member);
      has_resource = true;
    } else if (key.is(2, "path")) {
      out.path = text(member);
      has_path = true;
    } else if (key.is(3, "rawPath")) {
      out.raw_path = text_or_null(member);
    } else if (key.is(4, "httpMethod")) {
      out.http_method = text(member);
      has_method = true;
    } else if (key.is(5, "headers")) {
      read_map_or_null(member, out.headers, read_text);
    } else if (key.is(6, "multiValueHeaders")) {
      read_map_or_null(member, out.multi_value_headers, read_texts);
    } else if (key.is(7, "queryStringParameters")) {
      read_map_or_null(member, out.query_string_parameters, read_text);
    } else if (key.is(8, "multiValueQueryStringParameters")) {
      read_map_or_null(member, out.multi_value_query_string_parameters, read_texts);
    } else if (key.is(9, "cookies")) {
      read_texts_or_null(member, out.cookies);
    } else if (key.is(10, "pathParameters")) {
      read_map_or_null(member, out.path_parameters, read_text);
    } else if (key.is(11, "stageVariables")) {
      read_map_or_null(member, out.stage_variables, read_text);
    } else if (key.is(12, "requestContext")) {
      rest_context(member, place(out.request_context));
      has_context = true;
    } else if (key.is(13, "body")) {
      out.body = text_or_null(member);
    } else if (key.is(14, "isBase64Encoded")) {
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
