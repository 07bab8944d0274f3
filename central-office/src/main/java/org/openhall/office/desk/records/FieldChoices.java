package org.openhall.office.desk.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.RecordFilter;
import org.openhall.office.catalog.RecordLine;
import org.openhall.office.catalog.RecordNames.Named;
import org.openhall.office.desk.records.FieldView.Choice;
import org.openhall.office.edit.FormField;
import org.openhall.office.edit.RecordForm;
import tools.jackson.databind.JsonNode;

/** What may be chosen in the fields of a form, by the names that people know. */
final class FieldChoices {
  private static final int MOST_FOUND = 20;

  private final RecordForm form;
  private final FieldWords words;
  private final Catalog catalog;
  private final Map<String, List<Named>> read = new HashMap<>();

  FieldChoices(RecordForm form, FieldWords words, Catalog catalog) {
    this.form = form;
    this.words = words;
    this.catalog = catalog;
  }

  /**
   * The choices of a field.
   *
   * @param around the row in which it stands, or the record
   * @param value what stands in it
   */
  List<Choice> of(FormField field, JsonNode around, JsonNode value) {
    return switch (field.kind()) {
      case CHOICE -> constants(field.choices(), Set.of(value.asString("")));
      case PICKS -> constants(field.choices(), texts(value));
      case FLAG -> constants(List.of("true", "false"), Set.of(value.asString("")));
      case WHEN -> situations(value);
      case DEPARTMENT, NODE, FORM -> named(known(field), Set.of(value.asString("")));
      case NODES, WINDOWS -> named(known(field), texts(value));
      case RECORD -> named(titled(around), Set.of(value.asString("")));
      case NODE_NAME ->
          known(field).stream().map(one -> new Choice(one.name(), one.name(), false)).toList();
      default -> field.choices().stream().map(one -> new Choice(one, one, false)).toList();
    };
  }

  private List<Choice> constants(List<String> all, Set<String> chosen) {
    return all.stream()
        .map(one -> new Choice(one, words.value(one), chosen.contains(one)))
        .toList();
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(one -> texts.add(one.asString("")));
    return texts;
  }

  /** Read once for a page, however many rows ask for it. */
  private List<Named> known(FormField field) {
    String tree = field.choices().isEmpty() ? "" : field.choices().getFirst();
    return read.computeIfAbsent(
        field.kind() + tree,
        _ ->
            switch (field.kind()) {
              case DEPARTMENT -> catalog.names().ofType("department");
              case FORM -> catalog.names().ofType("form");
              case WINDOWS -> catalog.names().windows();
              default -> catalog.names().nodes(tree);
            });
  }

  /** One that the catalogue does not have stays, by its id. */
  private List<Choice> named(List<Named> known, Set<String> chosen) {
    List<Choice> choices = new ArrayList<>();
    chosen.stream()
        .filter(id -> !id.isEmpty() && known.stream().noneMatch(one -> one.id().equals(id)))
        .map(id -> new Choice(id, words.unknown(id), true))
        .forEach(choices::add);
    known.stream()
        .map(one -> new Choice(one.id(), one.name(), chosen.contains(one.id())))
        .forEach(choices::add);
    return choices;
  }

  /** The records whose title has the words of the row's, and the one that is chosen. */
  private List<Named> titled(JsonNode row) {
    String title = row.path("title").asString("").strip();
    Stream<RecordLine> chosen =
        Optional.of(row.path("id").asString("")).filter(id -> !id.isEmpty()).stream()
            .flatMap(id -> catalog.list().find(id).stream());
    Stream<RecordLine> found =
        title.isEmpty()
            ? Stream.of()
            : catalog
                .list()
                .page(
                    RecordFilter.words(Arrays.asList(title.split("\\s+"))),
                    Optional.empty(),
                    MOST_FOUND)
                .lines()
                .stream();
    return Stream.concat(chosen, found)
        .map(line -> new Named(line.id(), called(line)))
        .distinct()
        .toList();
  }

  private static String called(RecordLine line) {
    return Stream.of(line.title(), line.number(), line.owner(), line.day())
        .filter(part -> !part.isEmpty())
        .reduce((one, other) -> one + " · " + other)
        .orElse(line.id());
  }

  private List<Choice> situations(JsonNode clauses) {
    List<Choice> choices = new ArrayList<>();
    for (JsonNode situation : form.json().path("situations")) {
      String question = situation.path("id").asString("");
      for (JsonNode answer : situation.path("choices")) {
        String id = answer.path("id").asString("");
        choices.add(
            new Choice(
                question + "/" + id,
                situation.path("question").asString("") + " " + answer.path("label").asString(""),
                isTicked(clauses, question, id)));
      }
    }
    return choices;
  }

  private static boolean isTicked(JsonNode clauses, String question, String answer) {
    return clauses
        .valueStream()
        .filter(clause -> clause.path("question").asString("").equals(question))
        .anyMatch(clause -> texts(clause.path("choices")).contains(answer));
  }
}
