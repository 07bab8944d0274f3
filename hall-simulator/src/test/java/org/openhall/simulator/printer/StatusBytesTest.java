package org.openhall.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class StatusBytesTest {

  @Test
  void keepsTheFixedBitsOfEveryRealTimeAnswer() {
    for (Paper paper : Paper.values()) {
      for (Cover cover : Cover.values()) {
        for (Cutter cutter : Cutter.values()) {
          for (Switch position : Switch.values()) {
            Sensors sensors = new Sensors(paper, cover, cutter, position);
            assertEquals(0x12, StatusBytes.printer(sensors) & 0x93);
            assertEquals(0x12, StatusBytes.offlineCause(sensors) & 0x93);
            assertEquals(0x12, StatusBytes.error(sensors) & 0x93);
            assertEquals(0x12, StatusBytes.paper(sensors) & 0x93);
          }
        }
      }
    }
  }

  @Test
  void saysNearEndAndOut() {
    assertEquals(0x12, StatusBytes.paper(Sensors.READY));
    assertEquals(0x1E, StatusBytes.paper(Sensors.READY.with(Paper.NEAR_END)));
    assertEquals(0x72, StatusBytes.paper(Sensors.READY.with(Paper.OUT)) & 0x72);
    assertEquals(0x03, StatusBytes.paperInBand(Sensors.READY.with(Paper.NEAR_END)));
    assertEquals(0x0C, StatusBytes.paperInBand(Sensors.READY.with(Paper.OUT)) & 0x0C);
  }

  @Test
  void saysWhyItIsOffLine() {
    assertEquals(0x1A, StatusBytes.printer(Sensors.READY.with(Cover.OPEN)));
    assertEquals(0x16, StatusBytes.offlineCause(Sensors.READY.with(Cover.OPEN)));
    assertEquals(0x32, StatusBytes.offlineCause(Sensors.READY.with(Paper.OUT)));
    assertEquals(0x52, StatusBytes.offlineCause(Sensors.READY.with(Cutter.ERROR)));
    assertEquals(0x1A, StatusBytes.error(Sensors.READY.with(Cutter.ERROR)));
    assertEquals(0x1A, StatusBytes.printer(Sensors.READY.with(Switch.OFFLINE)));
  }

  @Test
  void sendsBackTheCoverAndTheNearEndInFourBytes() {
    Sensors sensors = Sensors.READY.with(Cover.OPEN).with(Paper.NEAR_END);
    assertArrayEquals(HexFormat.of().parseHex("38000300"), StatusBytes.automatic(sensors));
    assertArrayEquals(HexFormat.of().parseHex("10000000"), StatusBytes.automatic(Sensors.READY));
  }
}
