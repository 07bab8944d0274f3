package org.openhall.link.message;

import java.util.Objects;
import org.openhall.link.Json;
import tools.jackson.databind.JsonNode;

/** A message as it goes over the socket: {@code {"name":"ask","message":{…}}}. */
record Named(String name, JsonNode message) {
  Named {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(message, "message");
  }

  byte[] toJson() {
    return Json.write(this);
  }
}
