package org.openhall.kiosk.screen.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhall.content.HallMap;
import org.openhall.kiosk.screen.hall.HallRoute.Access;
import org.openhall.kiosk.screen.hall.RouteStep.Turn;
import org.openhall.kiosk.shell.Messages;

class RouteWordsTest {
  private final HallMap map = SmallHall.map();

  @Test
  void theWayIsSaidTurnByTurnFromWhereOneLooks() {
    assertEquals(
        List.of("左转，直行约 8 米", "乘电梯到3楼", "直行约 8 米", "到达，窗口在您的左手边"),
        said("1-mid", "C01", Optional.of(0.0)));
  }

  @Test
  void whoLooksTheOtherWayTurnsTheOtherWay() {
    assertEquals("右转，直行约 8 米", said("1-mid", "C01", Optional.of(180.0)).getFirst());
    assertEquals("向后转，直行约 8 米", said("1-mid", "C01", Optional.of(90.0)).getFirst());
  }

  @Test
  void whereNobodyKnowsHowOneStandsNoTurnIsSaid() {
    assertEquals("直行约 8 米", said("1-mid", "C01", Optional.empty()).getFirst());
  }

  @Test
  void straightStretchesAreOne() {
    assertEquals(
        List.of("右转，直行约 26 米", "走楼梯到2楼"),
        RouteWords.of(steps("1-lift", "2-stairs", Optional.of(0.0)), new Messages()).subList(0, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, AHEAD",
    "0, 90, RIGHT",
    "0, 270, LEFT",
    "0, -90, LEFT",
    "350, 20, AHEAD",
    "90, 271, AROUND",
    "10, 181, AROUND",
    "180, 90, LEFT"
  })
  void turnsAreThoseOfABody(double before, double after, Turn turn) {
    assertEquals(turn, Turn.between(before, after));
  }

  private List<String> said(String from, String windowId, Optional<Double> facing) {
    HallMap.Window window = window(windowId);
    HallRoute route =
        HallRoute.find(map, from, String.valueOf(window.point()), Access.ANY).orElseThrow();
    return RouteWords.of(RouteStep.of(route, window, facing), new Messages());
  }

  private List<RouteStep> steps(String from, String to, Optional<Double> facing) {
    HallMap stairsOnly =
        new HallMap(
            map.header(),
            map.hall(),
            null,
            map.floors(),
            map.connections().subList(2, 4),
            List.of(),
            map.unknown());
    HallRoute route = HallRoute.find(stairsOnly, from, to, Access.ANY).orElseThrow();
    return RouteStep.of(route, window("D01"), facing);
  }

  private HallMap.Window window(String id) {
    return map.floors().stream()
        .flatMap(floor -> floor.windows().stream())
        .filter(window -> window.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
