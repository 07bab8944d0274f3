package org.openhall.content.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.codec.EncodedRecord;

/** What a list or a search result shows of a record, sealed against flipped bits. */
record TitleRow(
    String id,
    Hit.Kind kind,
    String title,
    @Nullable String publisher,
    @Nullable String documentNumber,
    @Nullable String indexNumber,
    @Nullable String day,
    @Nullable String itemType,
    boolean complete,
    boolean sample) {
  static final String COLUMNS =
      "id, kind, title, publisher, document_number, index_number, day, item_type, complete, sample,"
          + " seal, "
          + TitleFacts.COLUMNS;

  /** Kinds by the number that stands for them in the database, which is also their rank. */
  private static final List<Hit.Kind> KINDS =
      List.of(
          Hit.Kind.GUIDE,
          Hit.Kind.NOTICE,
          Hit.Kind.ENTRY,
          Hit.Kind.DEPARTMENT,
          Hit.Kind.STAFF,
          Hit.Kind.FORM,
          Hit.Kind.DISCLOSURE_GUIDE,
          Hit.Kind.REPORT);

  static int number(Hit.Kind kind) {
    return KINDS.indexOf(kind);
  }

  /** Reads a row of {@link #COLUMNS} and checks its seal. */
  static TitleRow read(ResultSet row) throws SQLException, DamagedRecordException {
    String id = row.getString("id");
    int kind = row.getInt("kind");
    if (kind < 0 || kind >= KINDS.size() || row.getString("title") == null) {
      throw new DamagedRecordException(id);
    }
    TitleRow title =
        new TitleRow(
            id,
            KINDS.get(kind),
            row.getString("title"),
            row.getString("publisher"),
            row.getString("document_number"),
            row.getString("index_number"),
            row.getString("day"),
            row.getString("item_type"),
            row.getBoolean("complete"),
            row.getBoolean("sample"));
    if (!title.isSealed(row.getBytes("seal"), TitleFacts.read(row))) {
      throw new DamagedRecordException(id);
    }
    return title;
  }

  /** Snapshots up to form 3 seal what is shown alone. */
  private boolean isSealed(byte[] seal, TitleFacts facts) {
    return MessageDigest.isEqual(seal(facts), seal)
        || MessageDigest.isEqual(EncodedRecord.sha256(bytes(sealedText())), seal);
  }

  /** SHA-256 of all components, and of what filters ask for. */
  byte[] seal(TitleFacts facts) {
    return EncodedRecord.sha256(bytes(sealedText() + "\0" + facts.text()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String sealedText() {
    String fields = String.join("\0", id, kind.name(), title, opt(publisher), opt(documentNumber));
    String more = String.join("\0", opt(indexNumber), opt(day), opt(itemType));
    return fields + "\0" + more + "\0" + complete + sample;
  }

  private static String opt(@Nullable String text) {
    return text == null ? "-" : "+" + text;
  }

  private @Nullable LocalDate date() {
    return day == null ? null : LocalDate.parse(day);
  }

  EntryTitle asEntry() {
    return new EntryTitle(
        id, title, publisher, documentNumber, indexNumber, date(), complete, sample);
  }

  GuideTitle asGuide() {
    return new GuideTitle(id, title, publisher, itemType, complete, sample);
  }

  Hit asHit(Hit.Where where, @Nullable String excerpt) {
    String subtitle = publisher;
    if (day != null) {
      subtitle = publisher == null ? day : publisher + " · " + day;
    }
    return new Hit(id, kind, title, subtitle, excerpt, where, sample);
  }
}
