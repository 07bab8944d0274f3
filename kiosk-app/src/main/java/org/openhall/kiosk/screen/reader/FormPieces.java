package org.openhall.kiosk.screen.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Attachment;
import org.openhall.content.Block;
import org.openhall.content.Form;

/** The page of a form: its files first, then how to fill it in, then field by field. */
final class FormPieces {
  private FormPieces() {}

  static List<Piece> of(Form form) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(file("form.blank", form.blank()));
    pieces.add(file("form.example", form.example()));
    pieces.add(new Piece.Caption("form.instructions", !form.instructions().isEmpty()));
    pieces.addAll(Piece.of(form.instructions()));
    List<Form.Field> fields = Optional.ofNullable(form.fields()).orElse(List.of());
    if (!fields.isEmpty()) {
      pieces.add(new Piece.Caption("form.fields", true));
      pieces.addAll(Piece.of(List.of(table(fields))));
    }
    return pieces;
  }

  private static Piece file(String key, @Nullable Attachment file) {
    return file == null ? new Piece.Caption(key, false) : new Piece.Files(key, List.of(file));
  }

  private static Block.Table table(List<Form.Field> fields) {
    return new Block.Table(
        null,
        fields.stream()
            .map(field ->
                new Block.Row(
                    List.of(
                        new Block.Cell(field.name(), 1, 1, true),
                        new Block.Cell(Optional.ofNullable(field.note()).orElse(""), 1, 1, false))))
            .toList());
  }
}
