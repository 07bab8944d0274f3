package org.openhall.demo.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Rectangle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleNodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "身份证", "two\nlines", "a\tb", "C:\\new\\table", "\\", "\\\n\\s\\\\n"})
  void everyTextComesBackFromItsLine(String text) {
    VisibleNode node = new VisibleNode("home", true, text, new Rectangle(-1, 2, 30, 40));
    assertEquals(node, VisibleNode.ofLine(node.toLine()));
    assertEquals(1, node.toLine().lines().count());
  }
}
