package org.openhall.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrolmentMessagesTest {
  private static final byte[] ROOT = {0, 1, (byte) 0xff, 10};

  @Test
  void aReplyCarriesRootAndCertificateByteForByte() {
    EnrolmentReply reply =
        new EnrolmentReply(
            "t-1",
            TrustAnchors.of(ROOT, new byte[] {1}),
            Base64Bytes.of(new byte[] {2, 3}),
            List.of("city"),
            "示例市");
    EnrolmentReply read = EnrolmentReply.fromJson(reply.toJson()).orElseThrow();
    assertEquals(reply, read);
    assertArrayEquals(ROOT, read.anchors().rootJson().bytes());
    assertArrayEquals(new byte[] {2, 3}, read.certificate().bytes());
  }

  @Test
  void aReplyWithoutAFieldIsNone() {
    assertEquals(Optional.empty(), reply("{}"));
    assertEquals(Optional.empty(), reply("<html>"));
    assertEquals(
        Optional.empty(), reply("{\"terminalId\":\"t\",\"channels\":[],\"office\":\"o\"}"));
  }

  @Test
  void bytesThatAreNotBase64AreNoMessage() {
    assertEquals(Optional.empty(), trust("{\"rootJson\":\"!\",\"authority\":\"AA==\"}"));
  }

  @Test
  void fieldsOfANewerOfficeArePassedOver() {
    var trust = trust("{\"rootJson\":\"AA==\",\"authority\":\"AA==\",\"x\":1}");
    assertEquals(Optional.of(TrustAnchors.of(new byte[1], new byte[1])), trust);
  }

  @Test
  void aReasonOfANewerOfficeIsOther() {
    byte[] json = "{\"reason\":\"TOO_MANY\"}".getBytes(UTF_8);
    var refusal = EnrolmentRefusal.fromJson(json);
    assertEquals(EnrolmentRefusal.Reason.OTHER, refusal.orElseThrow().reason());
    assertEquals(
        TerminalRefusal.Reason.OTHER, TerminalRefusal.fromJson(json).orElseThrow().reason());
    var used = new EnrolmentRefusal(EnrolmentRefusal.Reason.USED_TOKEN);
    assertEquals(Optional.of(used), EnrolmentRefusal.fromJson(used.toJson()));
  }

  @Test
  void whatNoTextHoldsIsNoMessage() {
    assertEquals(
        Optional.empty(), EnrolmentRefusal.fromJson("{\"reason\":\"a\\u0000b\"}".getBytes(UTF_8)));
  }

  @Test
  void aFingerprintIsReadAsPeopleTypeIt() {
    Fingerprint fingerprint = Fingerprint.of(ROOT);
    assertEquals(5, fingerprint.grouped().split("-", -1).length);
    String typed = " " + fingerprint.grouped().replace('-', ' ').toLowerCase(java.util.Locale.ROOT);
    assertEquals(Optional.of(fingerprint), Fingerprint.parse(typed));
    assertEquals(Optional.empty(), Fingerprint.parse("ABCD"));
  }

  private static Optional<EnrolmentReply> reply(String json) {
    return EnrolmentReply.fromJson(json.getBytes(UTF_8));
  }

  private static Optional<TrustAnchors> trust(String json) {
    return TrustAnchors.fromJson(json.getBytes(UTF_8));
  }
}
