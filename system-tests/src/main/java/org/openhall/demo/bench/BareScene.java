package org.openhall.demo.bench;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** The least that JavaFX can do: one button, and a field above it that changes its colour. */
public final class BareScene extends Application {
  static final int FIELD_HEIGHT = 200;
  private static final int MARGIN = 40;

  private boolean dark;

  /** Starts it; a class that is an application itself cannot, from the class path. */
  public static final class Start {
    private Start() {}

    /** Takes the window's x, y, width and height. */
    public static void main(String[] arguments) {
      launch(BareScene.class, arguments);
    }
  }

  @Override
  public void start(Stage stage) {
    int[] place = getParameters().getRaw().stream().mapToInt(Integer::parseInt).toArray();
    stage.initStyle(StageStyle.UNDECORATED);
    stage.setScene(new Scene(content(), place[2], place[3]));
    stage.setX(place[0]);
    stage.setY(place[1]);
    stage.show();
    Platform.runLater(() -> System.out.println("shown"));
  }

  private VBox content() {
    Region field = new Region();
    field.setMinHeight(FIELD_HEIGHT);
    field.setStyle(colour());
    Button button = new Button("OK");
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    VBox.setVgrow(button, javafx.scene.layout.Priority.ALWAYS);
    VBox.setMargin(button, new javafx.geometry.Insets(MARGIN));
    button.setOnAction(_ -> {
      dark = !dark;
      field.setStyle(colour());
    });
    return new VBox(field, button);
  }

  private String colour() {
    return "-fx-background-color: " + (dark ? "#20304a" : "#f0f4fa");
  }
}
