package org.openhall.demo.chaos;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.DisclosureEntry.Validity;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.Notice;
import org.openhall.content.ServiceGuide;
import org.openhall.content.StaffMember;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.RecordCodec;
import org.openhall.content.search.Folding;
import org.openhall.content.search.SearchText;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.GuideTitle;
import org.openhall.content.store.Hit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every line that may stand in a list, told from the signed records alone and not from how the
 * snapshot makes its lists.
 */
final class SignedLines {
  private final Map<String, ContentRecord> records = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  SignedLines() {
    for (Validity validity : Validity.values()) {
      words.add(validity.name()); // the screen has words of its own for it
    }
  }

  void add(EncodedRecord signed, ContentRecord record) {
    records.put(signed.id(), record);
    hashes.put(signed.id(), signed.sha256Hex());
    addWords(JsonMapper.shared().readTree(signed.json()));
  }

  /** Every text of a record, also as search compares it, and every year. */
  private void addWords(JsonNode node) {
    if (node.isString()) {
      String text = node.asString();
      words.add(text);
      words.add(Folding.fold(text));
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        words.add(text.substring(0, 4));
      }
    }
    node.forEach(this::addWords);
  }

  Map<String, String> hashes() {
    return hashes;
  }

  /** Whether a line of any list is, letter for letter, what the records say. */
  boolean permits(Object line) {
    return switch (line) {
      case EntryTitle entry -> entry(entry.id()).filter(entry::equals).isPresent();
      case GuideTitle guide -> guide(guide.id()).filter(guide::equals).isPresent();
      case Hit hit -> permits(hit);
      case ContentRecord record ->
          RecordCodec.encoded(record).sha256Hex().equals(hashes.get(record.header().id()));
      default -> line instanceof String word && words.contains(word);
    };
  }

  /** Corrected spellings put known words together. */
  boolean permitsReading(String readAs) {
    return readAs.codePoints().allMatch(c -> words.stream().anyMatch(w -> w.indexOf(c) >= 0));
  }

  private Optional<EntryTitle> entry(String id) {
    if (!(records.get(id) instanceof DisclosureEntry entry)) {
      return Optional.empty();
    }
    LocalDate day = entry.publishedOn() == null ? entry.writtenOn() : entry.publishedOn();
    return Optional.of(
        new EntryTitle(
            id,
            entry.title(),
            entry.publisher(),
            entry.documentNumber(),
            entry.indexNumber(),
            day,
            !entry.body().isEmpty(),
            entry.header().origin().sample()));
  }

  private Optional<GuideTitle> guide(String id) {
    return records.get(id) instanceof ServiceGuide guide
        ? Optional.of(
            new GuideTitle(
                id,
                guide.title(),
                guide.departmentName(),
                guide.itemType(),
                guide.materials() != null,
                guide.header().origin().sample()))
        : Optional.empty();
  }

  private boolean permits(Hit hit) {
    ContentRecord record = records.get(hit.id());
    return record != null
        && head(record)
            .filter(head -> head.title().equals(hit.title()))
            .filter(head -> head.subtitle().equals(Optional.ofNullable(hit.subtitle())))
            .isPresent()
        && record.header().origin().sample() == hit.sample()
        && (hit.excerpt() == null || isOf(record, hit.excerpt()));
  }

  /** Title and what stands below it. */
  private record Head(String title, Optional<String> subtitle) {
    static Optional<Head> of(String title, @Nullable String who, @Nullable LocalDate when) {
      Optional<String> day = Optional.ofNullable(when).map(LocalDate::toString);
      Optional<String> both = day.map(d -> who == null ? d : who + " · " + d);
      return Optional.of(new Head(title, both.or(() -> Optional.ofNullable(who))));
    }
  }

  private Optional<Head> head(ContentRecord record) {
    return switch (record) {
      case DisclosureEntry entry -> {
        LocalDate day = entry.publishedOn() == null ? entry.writtenOn() : entry.publishedOn();
        yield Head.of(entry.title(), entry.publisher(), day);
      }
      case ServiceGuide guide -> Head.of(guide.title(), guide.departmentName(), null);
      case Notice n -> Head.of(n.title(), n.publisher(), n.publishedOn());
      case Department d -> Head.of(d.name(), null, null);
      case StaffMember m -> Head.of(m.name(), m.departmentName(), null);
      case Form f -> Head.of(f.title(), f.departmentName(), null);
      case DisclosureGuide g -> Head.of(g.title(), g.publisher(), g.publishedOn());
      case AnnualReport r -> Head.of(r.title(), r.publisher(), r.publishedOn());
      default -> Optional.empty();
    };
  }

  private static boolean isOf(ContentRecord record, String excerpt) {
    String cut = excerpt.replaceAll("^…|…$", "");
    return SearchText.of(record).lines().stream().anyMatch(line -> line.contains(cut));
  }
}
