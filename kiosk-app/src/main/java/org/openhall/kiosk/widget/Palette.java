package org.openhall.kiosk.widget;

import javafx.scene.paint.Color;

/** The colours of drawn signs; those of tokens.properties. */
public final class Palette {
  /** 深蓝, the colour of the house. */
  public static final Color BLUE = Color.web("#12396b");

  /** On blue. */
  public static final Color WHITE = Color.WHITE;

  /** Running text. */
  public static final Color INK = Color.web("#17212f");

  /** Text beside the point. */
  public static final Color GREY = Color.web("#414d5b");

  /** 红, for what must be heeded. */
  public static final Color RED = Color.web("#951a14");

  /** Something that went well. */
  public static final Color GREEN = Color.web("#155a2e");

  private Palette() {}
}
