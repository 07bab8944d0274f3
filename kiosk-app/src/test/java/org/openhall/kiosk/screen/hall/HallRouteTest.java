package org.openhall.kiosk.screen.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.content.HallMap;
import org.openhall.content.HallMap.ConnectionKind;
import org.openhall.kiosk.screen.hall.HallRoute.Access;
import org.openhall.kiosk.screen.hall.HallRoute.Leg;

class HallRouteTest {
  private final HallMap map = SmallHall.map();

  @Test
  void onOneFloorTheWayFollowsThePaths() {
    HallRoute route = route("1-door", "1-lift", Access.ANY);

    assertEquals(16, route.metres(), 0.001);
    assertEquals(
        List.of("1-door", "1-mid", "1-lift"),
        ((Leg.Walk) route.legs().getFirst()).points().stream().map(HallMap.Point::id).toList());
  }

  @Test
  void fromFloorToFloorWhateverIsNearestIsTaken() {
    assertEquals(List.of(ConnectionKind.STAIRS), rides(route("1-stairs", "2-stairs", Access.ANY)));
    assertEquals(List.of(ConnectionKind.LIFT), rides(route("1-lift", "2-stairs", Access.ANY)));
  }

  @Test
  void aStepFreeWayTakesTheLiftHoweverFarItIs() {
    HallRoute route = route("1-stairs", "2-stairs", Access.STEP_FREE);

    assertEquals(List.of(ConnectionKind.LIFT), rides(route));
    assertEquals(52, route.metres(), 0.001);
  }

  @Test
  void twoFloorsByTheSameLiftAreOneRide() {
    HallRoute route = route("1-lift", "3-mid", Access.ANY);

    assertEquals(List.of(ConnectionKind.LIFT), rides(route));
    assertEquals("3楼", ((Leg.Ride) route.legs().get(1)).to().name());
  }

  @Test
  void whoIsThereAlreadyWalksNowhere() {
    HallRoute route = route("1-mid", "1-mid", Access.ANY);

    assertEquals(0, route.metres());
    assertEquals(1, route.legs().size());
  }

  @Test
  void thereIsNoWayToWhatNothingJoins() {
    HallMap apart =
        new HallMap(
            map.header(), map.hall(), null, map.floors(), List.of(), List.of(), map.unknown());

    assertTrue(HallRoute.find(apart, "1-mid", "2-mid", Access.ANY).isEmpty());
    assertTrue(HallRoute.find(map, "1-mid", "nowhere", Access.ANY).isEmpty());
    assertTrue(HallRoute.find(map, "nowhere", "1-mid", Access.ANY).isEmpty());
  }

  private HallRoute route(String from, String to, Access access) {
    Optional<HallRoute> route = HallRoute.find(map, from, to, access);
    return route.orElseThrow();
  }

  private static List<ConnectionKind> rides(HallRoute route) {
    return route.legs().stream()
        .filter(Leg.Ride.class::isInstance)
        .map(leg -> ((Leg.Ride) leg).kind())
        .toList();
  }
}
