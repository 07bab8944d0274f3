package org.openhall.office.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import org.openhall.repository.metadata.Sha256;

/**
 * An entry as the log keeps it.
 *
 * @param number 1 for the first, without a gap
 * @param at ISO instant
 * @param deed as it was written, be it of a later program
 * @param hash of the former's hash and all of this, in hex
 */
public record AuditRow(
    long number, String at, String who, String deed, String subject, String words, String hash) {

  /** Before the first. */
  static final String NOTHING = "0".repeat(64);

  static AuditRow next(String former, long number, String at, Entry entry) {
    AuditRow row =
        new AuditRow(
            number, at, entry.who(), entry.deed().name(), entry.subject(), entry.words(), "");
    return new AuditRow(
        number, at, row.who, row.deed, row.subject, row.words, row.hashAfter(former));
  }

  static AuditRow of(ResultSet row) throws SQLException {
    return new AuditRow(
        row.getLong("number"),
        row.getString("at"),
        row.getString("who"),
        row.getString("deed"),
        row.getString("subject"),
        row.getString("words"),
        row.getString("hash"));
  }

  /** Each part with its length before it, so that no two rows are the same bytes. */
  String hashAfter(String former) {
    MessageDigest digest = Sha256.digest();
    for (String part :
        new String[] {former, Long.toString(number), at, who, deed, subject, words}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
