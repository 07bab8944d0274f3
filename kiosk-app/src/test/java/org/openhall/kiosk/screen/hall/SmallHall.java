package org.openhall.kiosk.screen.hall;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.HallMap;
import org.openhall.content.HallMap.Area;
import org.openhall.content.HallMap.AreaKind;
import org.openhall.content.HallMap.Connection;
import org.openhall.content.HallMap.ConnectionKind;
import org.openhall.content.HallMap.Floor;
import org.openhall.content.HallMap.Path;
import org.openhall.content.HallMap.Point;
import org.openhall.content.HallMap.Window;
import org.openhall.content.UnknownFields;
import org.openhall.kiosk.screen.browse.Records;

/**
 * Three floors of 30 by 20 metres, joined by a lift on the left and stairs on the right. On each a
 * corridor runs from the lift (2, 10) over (10, 10) to the stairs (28, 10); on the first a door at
 * (10, 18) leads up to it, on the third a window stands above its middle.
 */
final class SmallHall {
  private SmallHall() {}

  static HallMap map() {
    return new HallMap(
        Records.header("hall"),
        "示例市政务服务中心",
        null,
        List.of(floor(1), floor(2), floor(3)),
        List.of(
            new Connection("1-lift", "2-lift", ConnectionKind.LIFT),
            new Connection("2-lift", "3-lift", ConnectionKind.LIFT),
            new Connection("1-stairs", "2-stairs", ConnectionKind.STAIRS),
            new Connection("2-stairs", "3-stairs", ConnectionKind.STAIRS)),
        List.of(new HallMap.Terminal("1号终端", "1-mid", 0)),
        UnknownFields.NONE);
  }

  private static Floor floor(int level) {
    return new Floor(
        "f" + level,
        level + "楼",
        level,
        30,
        20,
        areas(level),
        List.of(
            point(level, "lift", 2, 10),
            point(level, "mid", 10, 10),
            point(level, "stairs", 28, 10),
            point(level, "door", 10, 18)),
        List.of(
            new Path(level + "-lift", level + "-mid"),
            new Path(level + "-mid", level + "-stairs"),
            new Path(level + "-mid", level + "-door")),
        windows(level));
  }

  private static List<Area> areas(int level) {
    Area lift = new Area("电梯", AreaKind.LIFT, 0, 8, 1, 4);
    Area door = new Area("主入口", AreaKind.ENTRANCE, 8, 18, 4, 2);
    return level == 1 ? List.of(lift, door) : List.of(lift);
  }

  private static List<Window> windows(int level) {
    return switch (level) {
      case 1 -> List.of(window("D01", "企业开办窗口", "示例市市场监督管理局", "企业设立登记", "1-door"));
      case 3 ->
          List.of(
              window("C01", "社会保险窗口", "示例市人力资源和社会保障局", "灵活就业参保", "3-mid"),
              window("C02", "无路可走的窗口", null, "无", null));
      default -> List.of();
    };
  }

  private static Window window(
      String id, String name, @Nullable String department, String service, @Nullable String point) {
    return new Window(id, name, 10, 6, department, List.of(service), null, null, false, point);
  }

  private static Point point(int level, String name, double x, double y) {
    return new Point(level + "-" + name, x, y);
  }
}
