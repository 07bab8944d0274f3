package org.openhall.office.desk.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.openhall.link.Fingerprint;
import org.openhall.repository.metadata.Sha256;

/** The scripts that sign in people's browsers, by their hashes. */
public final class SigningScripts {
  private static final String FOLDER = "/static/desk/files/signing/";
  private static final String ADDRESS = "/desk/files/signing/";
  private static final List<String> NAMES =
      List.of(
          "anchor",
          "asn1",
          "beside",
          "bytes",
          "emergency",
          "emergency-page",
          "fingerprint",
          "json",
          "key-page",
          "keyfile",
          "page",
          "record",
          "refusal",
          "release",
          "release-page",
          "release-worker",
          "source",
          "statement",
          "trust");

  private SigningScripts() {}

  /**
   * A script.
   *
   * @param address on the server
   * @param sha256 of its bytes, lower-case hex
   */
  public record Script(String address, String sha256) {
    /** As pages name it (Subresource Integrity). */
    public String integrity() {
      return "sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    }
  }

  /** All of them. */
  public static List<Script> all() throws IOException {
    List<Script> scripts = new ArrayList<>();
    for (String name : NAMES) {
      try (InputStream in =
          Objects.requireNonNull(
              SigningScripts.class.getResourceAsStream(FOLDER + name + ".js"), name)) {
        scripts.add(new Script(ADDRESS + name + ".js", Sha256.hex(in.readAllBytes())));
      }
    }
    return scripts;
  }

  /** One code over all, for people to compare. */
  public static String fingerprint(List<Script> scripts) {
    StringBuilder lines = new StringBuilder();
    scripts.forEach(s -> lines.append(s.sha256()).append("  ").append(s.address()).append('\n'));
    return Fingerprint.of(lines.toString().getBytes(StandardCharsets.UTF_8)).grouped();
  }
}
