package org.openhall.content.codec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Block;
import org.openhall.content.Notice;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;

/**
 * What cannot wait for a release: records that are withdrawn, and notices for over everything. The
 * signed repository serves it as the target {@link #TARGET}; the terminal keeps it beside its
 * content.
 *
 * @param issuedAt when it was signed
 * @param withdrawals what is not to be shown any more, whatever a release says
 * @param alerts notices, each with its own end
 */
public record EmergencyList(Instant issuedAt, List<Withdrawal> withdrawals, List<Alert> alerts) {
  /** Name of the target that holds the list. */
  public static final String TARGET = "emergency/list.json";

  /** Name of its file in a terminal's content folder. */
  public static final String FILE = "emergency.json";

  /** Bytes it may have at most: it goes to every terminal, whole, each time it changes. */
  public static final int LARGEST = 64 * 1024;

  /** Bytes of the seal: line feed, SHA-256 in hex, line feed. */
  private static final int SEAL = 66;

  /** A list that says nothing. */
  public static final EmergencyList NONE = new EmergencyList(Instant.EPOCH, List.of(), List.of());

  /**
   * A record that was taken back.
   *
   * @param id the record's
   * @param why in words for citizens
   * @param at when
   * @param revision the highest that is withdrawn, or null for whichever there is: a later one,
   *     which a release brings under its two signatures, is shown again
   */
  public record Withdrawal(String id, String why, Instant at, @Nullable Integer revision) {
    /** One that no later revision ends. */
    public Withdrawal(String id, String why, Instant at) {
      this(id, why, at, null);
    }

    /** This one, which withdraws no less than an earlier one did. */
    Withdrawal notBelow(Withdrawal earlier) {
      Integer mine = revision;
      Integer theirs = earlier.revision;
      Integer most =
          mine == null || theirs == null ? null : Integer.valueOf(Math.max(mine, theirs));
      return new Withdrawal(id, why, at, most);
    }

    /** Whether the record is not to be shown in this revision. */
    public boolean isOf(int found) {
      return revision == null || found <= revision;
    }
  }

  /**
   * A notice for over everything.
   *
   * @param id the notice's own
   * @param title its title
   * @param text its paragraphs
   * @param from when it begins
   * @param until when it ends by itself
   */
  public record Alert(String id, String title, List<String> text, Instant from, Instant until) {
    public Alert {
      text = List.copyOf(text);
    }

    /** Whether it is to be shown. */
    public boolean isShownAt(Instant now) {
      return !now.isBefore(from) && now.isBefore(until);
    }

    /** As screens show notices. */
    public Notice notice(String office, ZoneId zone) {
      LocalDate day = LocalDate.ofInstant(from, zone);
      Origin origin = new Origin(office, null, "0".repeat(64), day, false);
      List<Block> body = text.stream().<Block>map(line -> new Block.Paragraph(line)).toList();
      return new Notice(
          new RecordHeader(id, 1, null, null, null, origin),
          Notice.Kind.EMERGENCY,
          title,
          office,
          day,
          body,
          UnknownFields.NONE);
    }
  }

  public EmergencyList {
    withdrawals = List.copyOf(withdrawals);
    alerts = List.copyOf(alerts);
  }

  /** The ids of all that is withdrawn. */
  public Set<String> withdrawnIds() {
    return withdrawals.stream().map(Withdrawal::id).collect(Collectors.toSet());
  }

  /**
   * This list with what an earlier one withdrew and is still there: a withdrawal does not lapse by
   * not being said again, nor by being said of a lower revision.
   */
  public EmergencyList keeping(EmergencyList earlier, Predicate<String> stillThere) {
    Map<String, Withdrawal> all = new LinkedHashMap<>();
    withdrawals.forEach(w -> all.put(w.id(), w));
    earlier.withdrawals.stream()
        .filter(w -> stillThere.test(w.id()))
        .forEach(w -> all.merge(w.id(), w, Withdrawal::notBelow));
    return new EmergencyList(issuedAt, List.copyOf(all.values()), alerts);
  }

  /** Canonical JSON. */
  public byte[] toJson() {
    return Json.write(
        new Members()
            .with("issuedAt", issuedAt.toString())
            .with("withdrawals", withdrawals, EmergencyList::write)
            .with("alerts", alerts, EmergencyList::write)
            .json());
  }

  /**
   * The form in which a terminal keeps it: canonical JSON, and behind it a line of its own with the
   * SHA-256 of that in hex, by which damage shows.
   */
  public byte[] toSealed() {
    byte[] json = toJson();
    return (new String(json, StandardCharsets.UTF_8) + "\n" + seal(json) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what {@link #toSealed} wrote, or canonical JSON alone, as earlier versions kept it. */
  public static EmergencyList fromSealed(byte[] sealed) throws MalformedManifestException {
    int end = sealed.length - SEAL;
    if (end <= 0 || sealed[sealed.length - 1] != '\n') {
      return fromJson(sealed);
    }
    byte[] json = Arrays.copyOf(sealed, end);
    String found = new String(sealed, end, SEAL, StandardCharsets.ISO_8859_1);
    if (!found.equals("\n" + seal(json) + "\n")) {
      throw new MalformedManifestException("Not the emergency list that was written");
    }
    return fromJson(json);
  }

  private static String seal(byte[] json) {
    return HexFormat.of().formatHex(EncodedRecord.sha256(json));
  }

  private static Map<String, Object> write(Withdrawal withdrawal) {
    return new Members()
        .with("id", withdrawal.id())
        .with("why", withdrawal.why())
        .with("at", withdrawal.at().toString())
        .with("revision", withdrawal.revision())
        .json();
  }

  private static Map<String, Object> write(Alert alert) {
    return new Members()
        .with("id", alert.id())
        .with("title", alert.title())
        .with("text", String.join("\n", alert.text()))
        .with("from", alert.from().toString())
        .with("until", alert.until().toString())
        .json();
  }

  /** Reads a list; fields of later versions are passed over. */
  public static EmergencyList fromJson(byte[] json) throws MalformedManifestException {
    try {
      Fields f = new Fields(Json.readObject(json), "");
      return new EmergencyList(
          f.instant("issuedAt"),
          f.optionalObjects("withdrawals", EmergencyList::readWithdrawal).orElse(List.of()),
          f.optionalObjects("alerts", EmergencyList::readAlert).orElse(List.of()));
    } catch (MalformedRecordException e) {
      throw new MalformedManifestException("Not an emergency list: " + e.getMessage());
    }
  }

  private static Withdrawal readWithdrawal(Fields f) throws MalformedRecordException {
    Optional<Object> revision = f.optionalValue("revision", Values.of(int.class));
    return new Withdrawal(
        f.text("id"),
        f.text("why"),
        f.instant("at"),
        revision.map(Integer.class::cast).orElse(null));
  }

  private static Alert readAlert(Fields f) throws MalformedRecordException {
    return new Alert(
        f.text("id"),
        f.text("title"),
        f.text("text").lines().toList(),
        f.instant("from"),
        f.instant("until"));
  }
}
