package org.openhall.demo.witness;

import java.awt.Rectangle;
import java.util.List;

/**
 * A node that a person sees: whole, unclipped, uncovered.
 *
 * @param id the JavaFX id of the node or of its nearest ancestor that has one; may be empty
 * @param own whether the id is the node's own
 * @param text the characters as drawn (an ellipsis included), empty for what is no text
 * @param bounds in screen pixels
 */
public record VisibleNode(String id, boolean own, String text, Rectangle bounds) {

  String toLine() {
    String body = text.replace("\\", "\\s").replace("\n", "\\n").replace("\t", "\\t");
    return String.join(
        "\t",
        id,
        own ? "own" : "inherited",
        bounds.x + " " + bounds.y + " " + bounds.width + " " + bounds.height,
        body);
  }

  /** Reads what {@link #toLine()} wrote. */
  public static VisibleNode ofLine(String line) {
    List<String> parts = List.of(line.split("\t", -1));
    String[] box = parts.get(2).split(" ", -1);
    // the backslash's own sign last: until then every backslash begins a sign
    String text = parts.get(3).replace("\\t", "\t").replace("\\n", "\n").replace("\\s", "\\");
    return new VisibleNode(
        parts.get(0),
        parts.get(1).equals("own"),
        text,
        new Rectangle(
            Integer.parseInt(box[0]),
            Integer.parseInt(box[1]),
            Integer.parseInt(box[2]),
            Integer.parseInt(box[3])));
  }
}
