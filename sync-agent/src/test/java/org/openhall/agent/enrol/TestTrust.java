package org.openhall.agent.enrol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openhall.agent.identity.TestAuthority;
import org.openhall.link.Base64Bytes;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.TrustAnchors;
import org.openhall.link.credential.Certificates;
import tools.jackson.databind.json.JsonMapper;

/** An office's root and authority, and its answers to whoever asks. */
record TestTrust(TestAuthority authority, TrustAnchors anchors) {

  static TestTrust of(byte[] root) throws IOException {
    TestAuthority authority = new TestAuthority();
    return new TestTrust(
        authority, TrustAnchors.of(root, Certificates.encode(authority.certificate())));
  }

  /** The same authority with another root. */
  TestTrust withRoot(byte[] root) {
    return new TestTrust(
        authority, TrustAnchors.of(root, Certificates.encode(authority.certificate())));
  }

  EnrolmentReply reply(byte[] request, String channel) throws IOException {
    return new EnrolmentReply(
        "t-1",
        anchors,
        Base64Bytes.of(
            Certificates.encode(
                authority.terminal(
                    "t-1", TestAuthority.keyOf(request), Instant.EPOCH, Duration.ofDays(40_000)))),
        List.of(channel),
        "示例市");
  }

  /** The signing request in the body of an enrolment. */
  static byte[] requestIn(String body) {
    String text =
        new JsonMapper()
            .readTree(body.getBytes(StandardCharsets.UTF_8))
            .path("signingRequest")
            .asString();
    return new Base64Bytes(text).bytes();
  }
}
