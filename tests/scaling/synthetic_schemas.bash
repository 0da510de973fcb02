# SPDX-License-Identifier: Apache-2.0

# write_schemas COUNT FOLDER: so many events. Half of them are told by a constant at one place, a quarter by a number at
# another, and a quarter by a member that no other event has.
write_schemas() {
  mkdir -p "$2"
  awk -v count="$1" -v folder="$2" 'BEGIN {
    for (i = 0; i < count; ++i) {
      if (i % 4 < 2) member = "\"eventType\": {\"const\": \"SYNTHETIC_EVENT_" i "\"}"
      else if (i % 4 == 2) member = "\"meta\": {\"type\": \"object\", \"required\": [\"kind\"], \"properties\": {\"kind\": {\"const\": " i "}}}"
      else member = "\"member" i "\": {\"type\": \"object\"}"
      name = substr(member, 2, index(substr(member, 2), "\"") - 1)
      file = folder "/event-" i ".schema.json"
      printf "{\"title\": \"Event%d\", \"type\": \"object\", \"required\": [\"%s\"],\n \"properties\": {%s, \"id\": {\"type\": \"string\"}}}\n", i, name, member >file
      close(file)
    }
  }'
}

# write_payloads: one for each way of telling events, and one that is none of them, into the current folder.
write_payloads() {
  local rest='"id": "a-1", "at": "noon", "body": {"list": [1, 2, 3], "text": "some text that nobody looks at"}'
  echo "{\"eventType\": \"SYNTHETIC_EVENT_5\", $rest}" >Event5.json
  echo "{$rest, \"meta\": {\"kind\": 6}}" >Event6.json
  echo "{$rest, \"member7\": {\"x\": 1}}" >Event7.json
  echo "{$rest, \"eventType\": \"SYNTHETIC_EVENT\", \"meta\": {\"kind\": 5}}" >unknown.json
}
