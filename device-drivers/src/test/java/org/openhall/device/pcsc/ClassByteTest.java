package org.openhall.device.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassByteTest {

  @ParameterizedTest
  @CsvSource({
    "00, 0, 00", "00, 3, 03", "03, 0, 00", "00, 4, 40", "00, 19, 4F", "4F, 2, 02", "4F, 7, 43",
    "10, 1, 11", "10, 19, 5F", "5F, 0, 10", "0C, 1, 0D", "04, 1, 05", "0C, 5, 61", "04, 5, 61",
    "61, 1, 0D", "70, 4, 70", "80, 2, 80", "8C, 9, 8C", "FF, 1, FF", "20, 3, 20", "3F, 3, 3F"
  })
  void putsTheChannelWhereTheClassHasItAndKeepsTheRest(String cla, int channel, String expected) {
    byte given = (byte) Integer.parseInt(cla, 16);
    assertEquals(expected, "%02X".formatted(ClassByte.onChannel(given, channel)));
  }
}
