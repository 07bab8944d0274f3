package org.openhall.office.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.ServiceGuide;
import org.openhall.content.ServiceGuide.Material;
import org.openhall.content.Situation;
import org.openhall.content.Situations;
import org.openhall.content.codec.RecordCodec;

/** What was written for the hall is written, not filled in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleTextTest {
  private static final int RUN = 20;
  private static final double SHARED_AT_MOST = 0.30;

  /** A JSON string of a record's text; the legal bases are quoted law and are left out before. */
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.){20,})\"");

  private static final Pattern QUOTED_LAW = Pattern.compile("\"bas[ei]s\":(\\[[^]]*]|\"[^\"]*\")");

  private final Sample sample;

  SampleTextTest() throws Exception {
    sample = Sample.read();
  }

  @Test
  void theHallIsWhole() {
    assertTrue(sample.all(ServiceGuide.class).size() >= 60);
    assertTrue(sample.all(DisclosureEntry.class).size() >= 200);
  }

  @Test
  void everyStatutoryItemHasEntries() {
    Map<String, Long> entries =
        sample.all(DisclosureEntry.class).stream()
            .map(DisclosureEntry::categoryId)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.counting()));
    for (int item = 1; item <= 15; item++) {
      String id = "sample-c-statutory-%02d".formatted(item);
      assertTrue(entries.getOrDefault(id, 0L) >= 10, id + ": " + entries.get(id));
    }
  }

  @Test
  void noTwoGuidesAskForTheSameMaterials() {
    Map<Set<String>, String> lists = new HashMap<>();
    for (ServiceGuide guide : sample.all(ServiceGuide.class)) {
      Set<String> materials =
          Objects.requireNonNull(guide.materials()).stream()
              .map(Material::name)
              .collect(Collectors.toSet());
      String other = lists.put(materials, guide.title());
      assertEquals(null, other, guide.title() + " asks for the same");
    }
  }

  @Test
  void situationsReallyNarrowTheList() {
    for (ServiceGuide guide : sample.all(ServiceGuide.class)) {
      assertTrue(guide.situations().size() >= 2, guide.title());
      Set<List<String>> lists = new HashSet<>();
      walk(guide, Map.of(), lists);
      assertTrue(lists.size() >= 2, guide.title());
    }
  }

  /** Follows every way through the questions, to the materials at its end. */
  private static void walk(ServiceGuide guide, Map<String, String> answers, Set<List<String>> to) {
    Situations at = Situations.of(guide, answers);
    Situation question = at.next().orElse(null);
    if (question == null) {
      assertEquals(List.of(), at.materials().possible(), guide.title() + " " + answers);
      to.add(at.materials().applying().stream().map(Material::name).toList());
      return;
    }
    for (Situation.Choice choice : question.choices()) {
      Map<String, String> further = new TreeMap<>(answers);
      further.put(question.id(), choice.id());
      walk(guide, further, to);
    }
  }

  @Test
  void noTwoGuidesShareTheirText() {
    assertApart(sample.all(ServiceGuide.class));
  }

  @Test
  void noTwoEntriesShareTheirText() {
    assertApart(sample.all(DisclosureEntry.class));
  }

  private static void assertApart(List<? extends ContentRecord> records) {
    Map<String, Set<String>> runs = new TreeMap<>();
    records.forEach(record -> runs.put(record.header().id(), runs(record)));
    List<Map.Entry<String, Set<String>>> all = new ArrayList<>(runs.entrySet());
    for (int i = 0; i < all.size(); i++) {
      for (Map.Entry<String, Set<String>> other : all.subList(i + 1, all.size())) {
        double shared = shared(all.get(i).getValue(), other.getValue());
        String which = all.get(i).getKey() + " and " + other.getKey();
        assertTrue(shared <= SHARED_AT_MOST, which + ": " + shared);
      }
    }
  }

  /** The part of the shorter text's runs that the other has, too. */
  private static double shared(Set<String> one, Set<String> other) {
    Set<String> small = one.size() <= other.size() ? one : other;
    Set<String> large = one.size() <= other.size() ? other : one;
    long both = small.stream().filter(large::contains).count();
    return small.isEmpty() ? 0 : (double) both / small.size();
  }

  private static Set<String> runs(ContentRecord record) {
    String json = new String(RecordCodec.encode(record), StandardCharsets.UTF_8);
    Set<String> runs = new HashSet<>();
    TEXT.matcher(QUOTED_LAW.matcher(json).replaceAll("\"\":\"\""))
        .results()
        .map(it -> it.group(1))
        .forEach(text -> {
          for (int from = 0; from + RUN <= text.length(); from++) {
            runs.add(text.substring(from, from + RUN));
          }
        });
    return runs;
  }
}
