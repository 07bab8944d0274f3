package org.openhall.kiosk.widget;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The drawn signs, each on a field of 24 by 24, filled with one colour. */
public enum Icon {
  /** A hall with columns: the product's mark. */
  HALL(
      "M12 2 L22 8 V10 H2 V8 Z M4 11 H7 V18 H4 Z M10.5 11 H13.5 V18 H10.5 Z M17 11 H20 V18 H17 Z M2 19.5 H22 V22 H2 Z"),
  /** A document with lines. */
  DOCUMENT(
      "M5 2 H15 L20 7 V22 H5 Z M14 3.8 V8 H18.2 Z M8 11 V12.8 H17 V11 Z M8 14.5 V16.3 H17 V14.5 Z M8 18 V19.8 H14 V18 Z"),
  /** A list with ticks: what to bring, what to do. */
  GUIDE(
      "M2.5 5.2 L4 3.7 L5.4 5.1 L8.6 2 L10 3.4 L5.4 8 Z M12 4 H22 V6.4 H12 Z M2.5 12.2 L4 10.7 L5.4 12.1 L8.6 9 L10 10.4 L5.4 15 Z M12 11 H22 V13.4 H12 Z M2.5 19.2 L4 17.7 L5.4 19.1 L8.6 16 L10 17.4 L5.4 22 Z M12 18 H22 V20.4 H12 Z"),
  /** A lens. */
  SEARCH(
      "M10 2 A8 8 0 1 0 14.9 16.3 L20.3 21.7 L22 20 L16.5 14.6 A8 8 0 0 0 10 2 Z M10 4.4 A5.6 5.6 0 1 1 10 15.6 A5.6 5.6 0 1 1 10 4.4 Z"),
  /** An identity card. */
  CARD(
      "M1.5 4 H22.5 V20 H1.5 Z M3.8 6.3 V17.7 H20.2 V6.3 Z M8.5 7.6 A2.3 2.3 0 1 1 8.5 12.2 A2.3 2.3 0 1 1 8.5 7.6 Z M5 16.3 A3.5 3.3 0 0 1 12 16.3 Z M13.8 8.6 H18.6 V10.4 H13.8 Z M13.8 12.2 H18.6 V14 H13.8 Z"),
  /** A loudspeaker: notices. */
  NOTICE(
      "M2 9 H7 L15 3.5 V20.5 L7 15 H2 Z M17 8 A5.5 5.5 0 0 1 17 16 Z M18.5 4.6 A9 9 0 0 1 18.5 19.4 L19.8 21 A11 11 0 0 0 19.8 3 Z"),
  /** Back. */
  BACK("M14.8 3 L17 5.2 L10.2 12 L17 18.8 L14.8 21 L5.8 12 Z"),
  /** Onward. */
  FORWARD("M9.2 3 L7 5.2 L13.8 12 L7 18.8 L9.2 21 L18.2 12 Z"),
  /** The first page. */
  HOME("M12 2.5 L23 12 H20 V21.5 H14.2 V15 H9.8 V21.5 H4 V12 H1 Z"),
  /** Leaving. */
  END(
      "M3 3 H13 V7 H10.6 V5.4 H5.4 V18.6 H10.6 V17 H13 V21 H3 Z M15.5 6.6 L21.5 12 L15.5 17.4 V13.4 H8.5 V10.6 H15.5 Z"),
  /** A printer. */
  PRINT("M6 2 H18 V7 H6 Z M2 8.5 H22 V17.5 H19 V14 H5 V17.5 H2 Z M6.6 15.6 H17.4 V22 H6.6 Z"),
  /** Down and away: to take along. */
  TAKE("M10.5 2 H13.5 V11 H18 L12 17.5 L6 11 H10.5 Z M3 15 H5.6 V19.4 H18.4 V15 H21 V22 H3 Z"),
  /** Done. */
  TICK("M9.2 19.5 L2.2 12.5 L4.6 10.1 L9.2 14.7 L19.6 4.3 L22 6.7 Z"),
  /** Something to heed. */
  ALERT("M12 1.8 L23.2 21.5 H0.8 Z M10.7 9 V15.4 H13.3 V9 Z M10.7 17 V19.6 H13.3 V17 Z"),
  /** Time. */
  CLOCK(
      "M12 1.5 A10.5 10.5 0 1 0 12 22.5 A10.5 10.5 0 1 0 12 1.5 Z M12 4 A8 8 0 1 1 12 20 A8 8 0 1 1 12 4 Z M10.8 6.5 H13.2 V11.4 L16.6 14.8 L14.9 16.5 L10.8 12.4 Z"),
  /** A folder. */
  FOLDER("M2 4 H9.5 L12 6.8 H22 V20.5 H2 Z"),
  /** A hand that touches. */
  TOUCH(
      "M9 2 A2 2 0 0 1 13 2 V10 L19.4 11.4 A2 2 0 0 1 21 13.4 L20 19.4 A3 3 0 0 1 17 22 H11 A3 3 0 0 1 8.5 20.6 L4 14 A1.6 1.6 0 0 1 6.4 12 L9 14.2 Z"),
  /** Take away the last character. */
  BACKSPACE(
      "M8 4 H23 V20 H8 L1 12 Z M11.3 8.2 L10 9.5 L12.5 12 L10 14.5 L11.3 15.8 L13.8 13.3 L16.3 15.8 L17.6 14.5 L15.1 12 L17.6 9.5 L16.3 8.2 L13.8 10.7 Z"),
  /** A building: a department. */
  DEPARTMENT(
      "M4 2 H20 V22 H14 V17 H10 V22 H4 Z M7 5 V7.4 H9.6 V5 Z M14.4 5 V7.4 H17 V5 Z M7 10 V12.4 H9.6 V10 Z M14.4 10 V12.4 H17 V10 Z"),
  /** A person. */
  PERSON("M12 2 A5 5 0 1 1 12 12 A5 5 0 1 1 12 2 Z M2.5 22 A9.5 8.5 0 0 1 21.5 22 Z"),
  /** A pin on a map. */
  MAP(
      "M12 1.5 A8 8 0 0 1 20 9.5 C20 15 12 22.5 12 22.5 C12 22.5 4 15 4 9.5 A8 8 0 0 1 12 1.5 Z M12 6 A3.5 3.5 0 1 0 12 13 A3.5 3.5 0 1 0 12 6 Z"),
  /** Things joined to one: 一件事. */
  JOINED(
      "M5 2 A3.5 3.5 0 1 1 5 9 A3.5 3.5 0 1 1 5 2 Z M19 2 A3.5 3.5 0 1 1 19 9 A3.5 3.5 0 1 1 19 2 Z M12 14 A4 4 0 1 1 12 22 A4 4 0 1 1 12 14 Z M7.2 9.4 L9 8.2 L12 12.2 L15 8.2 L16.8 9.4 L13.2 14.2 H10.8 Z"),
  /** Nothing here. */
  EMPTY(
      "M3 6 L6 3 H18 L21 6 V21 H3 Z M5.2 11.5 V18.8 H18.8 V11.5 H15 L13.5 14 H10.5 L9 11.5 Z M6.9 5.2 L5.2 7 V9.3 H18.8 V7 L17.1 5.2 Z");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /**
   * A new node of this sign.
   *
   * @param size its width and height in pixels of the canvas
   * @param colour its one colour
   */
  public Region node(double size, Color colour) {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.setFillRule(FillRule.EVEN_ODD);
    shape.setFill(colour);
    shape.getTransforms().add(new Scale(size / 24, size / 24));
    StackPane field = new StackPane();
    field.setMinSize(size, size);
    field.setPrefSize(size, size);
    field.setMaxSize(size, size);
    shape.setManaged(false);
    field.setMouseTransparent(true);
    field.getChildren().add(shape);
    return field;
  }
}
