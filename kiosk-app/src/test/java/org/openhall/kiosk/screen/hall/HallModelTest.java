package org.openhall.kiosk.screen.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.HallMap;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;

class HallModelTest {
  @TempDir Path dir;
  private PublishedContent content;

  @BeforeEach
  void publish() throws Exception {
    content = PublishedContent.of(dir, List.of(SmallHall.map()));
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void theFloorOfThisTerminalIsSeenFirst() {
    HallModel model = new HallModel(content, "2-mid", null);

    assertEquals("f2", model.sight().get().floorId());
    assertTrue(hall(model).start().orElseThrow().terminal());
  }

  @Test
  void aTerminalThatNobodyPlacedSendsPeopleFromTheEntrance() {
    Hall.Start start = hall(new HallModel(content, "", null)).start().orElseThrow();

    assertFalse(start.terminal());
    assertEquals("1-door", start.point().id());
  }

  @Test
  void aWindowThatIsAskedForIsShownOnItsFloor() {
    HallModel model = new HallModel(content, "1-mid", "C01");

    assertEquals("f3", model.sight().get().floorId());
    assertEquals("C01", model.sight().get().windowId());
  }

  @Test
  void aWindowWithoutAPointHasNoWay() {
    Hall hall = hall(new HallModel(content, "1-mid", null));

    HallMap.Window lost = hall.window("C02").orElseThrow();
    assertTrue(hall.route(lost, HallRoute.Access.ANY).isEmpty());
  }

  @Test
  void windowsAreFoundByNumberMatterAndDepartmentAcrossFloors() {
    HallModel model = new HallModel(content, "1-mid", null);
    model.search(true);

    assertEquals(List.of("D01"), found(model, "d0"));
    assertEquals(List.of("C01"), found(model, "lhjy"));
    assertEquals(List.of("D01"), found(model, "scjd"));
    assertEquals(List.of("C01"), found(model, "shehui"));
    assertEquals(List.of(), found(model, "xyz"));
  }

  @Test
  void lettersThatAreNotYetAWordFindToo() {
    HallModel model = new HallModel(content, "1-mid", null);
    model.search(true);
    model.type("企业");
    model.compose("sl");
    assertEquals("企业sl", model.query().get());

    model.clear();
    model.compose("qysl");
    assertEquals(List.of("D01"), model.listed().stream().map(HallMap.Window::id).toList());

    model.compose("");
    model.type("社会保险");
    model.backspace();
    assertEquals("社会保", model.query().get());
    assertEquals(List.of("C01"), model.listed().stream().map(HallMap.Window::id).toList());
  }

  @Test
  void choosingAWindowPutsTheKeysAwayAndForgetsWhatWasTyped() {
    HallModel model = new HallModel(content, "1-mid", null);
    model.search(true);
    model.type("c");
    model.choose("C01");

    assertFalse(model.searching().get());
    model.search(true);
    assertEquals("", model.query().get());
    assertNull(model.sight().get().windowId());
  }

  @Test
  void withoutAMapThePageSaysSo() throws Exception {
    try (PublishedContent none =
        PublishedContent.of(dir.resolve("none"), List.of(Records.node("n", "目录", null)))) {
      HallModel model = new HallModel(none, "1-mid", null);
      assertInstanceOf(Loaded.Missing.class, model.hall().get());
    }
  }

  private static List<String> found(HallModel model, String typed) {
    model.clear();
    typed.chars().forEach(letter -> model.type(Character.toString(letter)));
    return model.listed().stream().map(HallMap.Window::id).toList();
  }

  private static Hall hall(HallModel model) {
    return ((Loaded.Shown<Hall>) model.hall().get()).value();
  }
}
