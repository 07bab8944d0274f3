package org.openhall.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrolmentMessagesTest {

  @Test
  void aReplyCarriesTheRootByteForByte() {
    byte[] root = {0, 1, (byte) 0xff, 10};
    EnrolmentReply reply = EnrolmentReply.of("t-1", root, List.of("city"), "示例市");
    assertEquals(Optional.of(reply), EnrolmentReply.fromJson(Json.write(reply)));
    assertArrayEquals(root, reply.rootJson().orElseThrow());
  }

  @Test
  void aReplyWithoutAFieldIsNone() {
    assertEquals(Optional.empty(), reply("{}"));
    assertEquals(Optional.empty(), reply("<html>"));
    assertEquals(
        Optional.empty(), reply("{\"terminalId\":\"t\",\"channels\":[],\"office\":\"o\"}"));
  }

  @Test
  void fieldsOfANewerOfficeArePassedOver() {
    String json =
        "{\"terminalId\":\"t\",\"rootJsonBase64\":\"!\",\"channels\":[],\"office\":\"o\",\"x\":1}";
    assertEquals("t", reply(json).orElseThrow().terminalId());
    assertEquals(Optional.empty(), reply(json).orElseThrow().rootJson());
  }

  @Test
  void aReasonOfANewerOfficeIsOther() {
    var refusal = EnrolmentRefusal.fromJson("{\"reason\":\"TOO_MANY\"}".getBytes(UTF_8));
    assertEquals(EnrolmentRefusal.Reason.OTHER, refusal.orElseThrow().reason());
    var used = new EnrolmentRefusal(EnrolmentRefusal.Reason.USED_TOKEN);
    assertEquals(Optional.of(used), EnrolmentRefusal.fromJson(used.toJson()));
  }

  private static Optional<EnrolmentReply> reply(String json) {
    return EnrolmentReply.fromJson(json.getBytes(UTF_8));
  }
}
