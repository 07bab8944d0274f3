package org.openhall.office.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.HallMap;
import org.openhall.content.ServiceGuide;
import org.openhall.content.ServiceGuide.ServiceWindow;
import org.openhall.content.WorkingCalendar;
import org.openhall.content.WorkingDays;
import org.openhall.content.codec.RecordCodec;

/**
 * What guides and documents say of the hall is what the hall's map says; papers come out on working
 * days.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleHallTest {
  /** A floor and a window or a row of windows, as documents name them: 3楼E10, 2楼B区. */
  private static final Pattern PLACE = Pattern.compile("([1-9])楼([A-Z])(\\d\\d|区)");

  /** A window by its number alone. */
  private static final Pattern WINDOW =
      Pattern.compile("(?<![0-9A-Za-z])([A-G]\\d\\d)(?![0-9A-Za-z])");

  private final Sample sample;
  private final HallMap map;
  private final Map<String, HallMap.Window> windows = new TreeMap<>();
  private final Map<String, String> floors = new TreeMap<>();

  SampleHallTest() throws Exception {
    sample = Sample.read();
    map = sample.all(HallMap.class).getFirst();
    for (HallMap.Floor floor : map.floors()) {
      for (HallMap.Window window : floor.windows()) {
        windows.put(window.id(), window);
        floors.put(window.id(), floor.name());
      }
    }
  }

  @Test
  void aGuideSendsPeopleWhereItsWindowIs() {
    for (ServiceGuide guide : sample.all(ServiceGuide.class)) {
      for (ServiceWindow window : Objects.requireNonNull(guide.windows())) {
        for (String id : window.windowIds()) {
          String address = Objects.requireNonNull(window.address());
          String hours = Objects.requireNonNull(window(id).hours());
          assertTrue(
              address.contains(Objects.requireNonNull(floors.get(id))), guide.title() + " " + id);
          assertTrue(
              address.contains(Objects.requireNonNull(map.address())), guide.title() + " " + id);
          assertTrue((window.hours() + "").startsWith(hours), guide.title() + " " + id);
        }
      }
    }
  }

  @Test
  void aGuideGivesTheTelephoneOfOneOfItsWindows() {
    for (ServiceGuide guide : sample.all(ServiceGuide.class)) {
      for (ServiceWindow window : Objects.requireNonNull(guide.windows())) {
        List<String> phones =
            window.windowIds().stream().map(id -> window(id).phone() + "").toList();
        assertTrue(phones.isEmpty() || phones.contains(window.phone()), guide.title());
      }
    }
  }

  @Test
  void everyWindowThatATextNamesIsOnTheMap() {
    for (ContentRecord record : sample.all()) {
      Matcher window = WINDOW.matcher(text(record));
      while (window.find()) {
        assertTrue(
            windows.containsKey(window.group(1)), record.header().id() + " " + window.group());
      }
    }
  }

  @Test
  void everyPlaceThatATextNamesIsOnItsFloor() {
    for (ContentRecord record : sample.all()) {
      Matcher place = PLACE.matcher(text(record));
      while (place.find()) {
        String window = place.group(2) + place.group(3).replace("区", "");
        TreeSet<String> at = new TreeSet<>();
        floors.forEach((id, floor) -> {
          if (id.startsWith(window)) {
            at.add(floor);
          }
        });
        assertTrue(
            at.contains(place.group(1) + "楼"), record.header().id() + " " + place.group() + at);
      }
    }
  }

  @Test
  void papersOfThisYearComeOutOnWorkingDays() throws Exception {
    WorkingDays days = WorkingDays.of(sample.all(WorkingCalendar.class));
    for (DisclosureEntry entry : sample.all(DisclosureEntry.class)) {
      for (LocalDate day : dates(entry)) {
        assertTrue(!days.covers(day) || days.isWorkingDay(day), entry.title() + " " + day);
      }
    }
  }

  @Test
  void noTwoDocumentsHaveOneNumber() {
    Map<String, List<String>> numbers =
        sample.all(DisclosureEntry.class).stream()
            .filter(it -> it.documentNumber() != null)
            .collect(
                Collectors.groupingBy(
                    it -> it.documentNumber() + "",
                    TreeMap::new,
                    Collectors.mapping(DisclosureEntry::title, Collectors.toList())));
    numbers.values().removeIf(titles -> titles.size() == 1);
    assertEquals(Map.of(), numbers);
  }

  private HallMap.Window window(String id) {
    return Objects.requireNonNull(windows.get(id), id);
  }

  private static List<LocalDate> dates(DisclosureEntry entry) {
    return Stream.of(entry.writtenOn(), entry.publishedOn())
        .map(it -> Objects.requireNonNull(it, entry.title()))
        .toList();
  }

  private static String text(ContentRecord record) {
    return new String(RecordCodec.encode(record), StandardCharsets.UTF_8);
  }
}
