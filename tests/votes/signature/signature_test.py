# SPDX-License-Identifier: Apache-2.0
"""signature_test.py PROGRAM: what examples/votes signs, botocore signs alike.

PROGRAM (drivers/post.cpp) sends a request for each case to a server of this process, which has botocore sign what came in.
"""

import datetime
import http.server
import os
import re
import socket
import subprocess
import sys
import threading

try:
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials
except ImportError:
    print("SKIPPED: needs botocore (Debian's python3-botocore)")
    sys.exit(0)

KEY, SECRET = "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
TOKEN = "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaDGV1+token/with=signs=="
REQUIRED = {"content-type", "host", "x-amz-date", "x-amz-target"}
AUTHORIZATION = re.compile(r"AWS4-HMAC-SHA256 Credential=([^/]+)/(\d{8}/[^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})")


class Requests(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # with it, "Expect: 100-continue" is answered
    received = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.received.append((self.path, self.headers, body))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class ServerOfIpv6(http.server.ThreadingHTTPServer):
    address_family = socket.AF_INET6


def serve(kind, host):
    server = kind((host, 0), Requests)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def signature_of(path, headers, body, signed, region, service, token):
    """What botocore makes of the headers that the Authorization names, at the time that the request names."""
    request = AWSRequest("POST", "http://" + headers["Host"] + path, data=body)
    for name in signed:
        if headers[name] is None:
            raise AssertionError(f"{name} is signed, and was not sent")
        if len(headers.get_all(name)) != 1:
            raise AssertionError(f"{name} was sent more than once")
        request.headers[name] = headers[name]
    request.context["timestamp"] = headers["X-Amz-Date"]
    signer = SigV4Auth(Credentials(KEY, SECRET, token), service, region)
    text = signer.string_to_sign(request, signer.canonical_request(request))
    return signer.signature(text, request), signer.canonical_request(request)


def check(path, headers, body, case):
    found = AUTHORIZATION.fullmatch(headers["Authorization"] or "")
    assert found, f"the header Authorization is {headers['Authorization']}"
    key, scope, signed, signature = found.groups()
    signed = signed.split(";")
    date = headers["X-Amz-Date"]
    assert date, "X-Amz-Date was not sent"
    time = datetime.datetime.strptime(date, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
    away = abs((datetime.datetime.now(datetime.timezone.utc) - time).total_seconds())
    token = case.get("token")
    required = REQUIRED | ({"x-amz-security-token"} if token else set())
    assert key == KEY
    assert scope == f"{date[:8]}/{case['region']}/{case['service']}/aws4_request", scope
    assert required <= set(signed), f"not signed: {required - set(signed)}"
    assert signed == sorted(signed), f"not in order: {signed}"
    assert headers["X-Amz-Security-Token"] == token
    assert away < 60, f"X-Amz-Date is {away} s from now"
    assert body == case["body"], "another body came in"
    expected, canonical = signature_of(path, headers, body, signed, case["region"], case["service"], token)
    assert signature == expected, f"{signature}, and botocore's is {expected}, of\n{canonical}"


def run(program, case):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    environment |= {
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_REGION": case["region"],
        "AWS_ENDPOINT_URL": case["url"],
        "http_proxy": "http://127.0.0.1:1",  # is not to be used
    }
    if "token" in case:
        environment["AWS_SESSION_TOKEN"] = case["token"]
    Requests.received.clear()
    sent = subprocess.run([program, case["service"], case["target"], case["type"]], input=case["body"],
                          env=environment, capture_output=True, timeout=30)
    assert sent.returncode == 0, sent.stderr.decode()
    assert len(Requests.received) == 1, f"{len(Requests.received)} requests came in"
    check(*Requests.received[0], case)


def cases():
    port = serve(http.server.ThreadingHTTPServer, "127.0.0.1")
    kinesis = {"url": f"http://127.0.0.1:{port}", "region": "eu-central-1", "service": "kinesis",
               "target": "Kinesis_20131202.PutRecord", "type": "application/x-amz-json-1.1", "body": b'{"StreamName":"votes"}'}
    dynamodb = kinesis | {"service": "dynamodb", "target": "DynamoDB_20120810.UpdateItem",
                          "type": "application/x-amz-json-1.0", "region": "us-gov-west-1"}
    yield "a request of Kinesis", kinesis
    yield "a request of DynamoDB", dynamodb
    yield "a session token", kinesis | {"token": TOKEN}
    yield "a session token of 2,000 characters", dynamodb | {"token": TOKEN * 40}
    yield "an empty body", kinesis | {"body": b""}
    yield "a body in UTF-8", kinesis | {"body": '{"vote":"Zoë 🗳 Ωμέγα"}'.encode()}
    yield "line breaks, quotes and a NUL in the body", kinesis | {"body": b'{"a":"\\"%00"}\r\n\n\x00 \xff'}
    yield "a body over 1 MiB, which is announced (Expect)", kinesis | {"body": b'"' + b"x" * (3 << 20) + b'"'}
    yield "a host by name, on a port that is not the default", kinesis | {"url": f"http://localhost:{port}"}
    yield "a URL that ends in a slash", kinesis | {"url": f"http://localhost:{port}/"}
    yield "a URL with a path", kinesis | {"url": f"http://localhost:{port}/stage/one"}
    try:
        ipv6_port = serve(ServerOfIpv6, "::1")
    except OSError:
        print("without IPv6: there is none here")
        return
    yield "an address of IPv6", kinesis | {"url": f"http://[::1]:{ipv6_port}"}


def main():
    failed = 0
    for name, case in cases():
        try:
            run(sys.argv[1], case)
            print(f"ok: {name}")
        except AssertionError as error:
            failed += 1
            print(f"FAILED: {name}: {error}")
    return 1 if failed else 0


sys.exit(main())
