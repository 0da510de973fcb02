# SPDX-License-Identifier: Apache-2.0

# The names of emitted files, as eventc_generate() expects them.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/../../cmake/EventcGenerate.cmake")

function(becomes expected name)
  eventc_file_stem(found "${name}")
  if(NOT found STREQUAL expected)
    message(SEND_ERROR "${name}: expected ${expected}, found ${found}")
  endif()
endfunction()

becomes(order_created order-created.schema.json)
becomes(order_created order-created.json)
becomes(order_created_v2 order.created.v2.json)
becomes(api_gateway_v2_http_request apiGatewayV2HttpRequest.json)
becomes(http_request HTTPRequest.json)
becomes(s3_event S3Event.json)
becomes(http2_url HTTP2URL.json)
becomes(a_b "__a  b--.json")
becomes(caf_au_lait "café au lait.json")
becomes(2fa 2fa.json)
becomes(class class.json)
becomes(schema 事件.json)
becomes(schema .json)
becomes(my_bundle MyBundle)
