package org.openhall.office.desk.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhall.office.table.BadTableException;
import org.openhall.office.table.TableRow;
import org.openhall.office.text.Messages;
import org.openhall.office.upload.Mapping;
import org.openhall.office.upload.RecordFields;
import org.openhall.office.upload.Upload;
import org.openhall.office.upload.Uploads;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Saying which column of a file is which field. */
@Controller
class ColumnPages {
  private static final int SHORTENED = 60;

  private final Uploads uploads;
  private final UploadJobs jobs;

  ColumnPages(Uploads uploads, UploadJobs jobs) {
    this.uploads = uploads;
    this.jobs = jobs;
  }

  /**
   * A column as the page shows it.
   *
   * @param place from 0, by which the form names it
   * @param samples what stands in the first rows
   * @param field its field's name, or empty
   */
  record Column(int place, String name, List<String> samples, String field) {}

  @GetMapping("/desk/upload/{id}/columns")
  String columns(
      @PathVariable long id,
      @RequestParam Optional<Integer> part,
      @RequestParam(defaultValue = "") String type,
      Locale locale,
      Model model)
      throws IOException {
    Upload upload = open(id);
    int shown = part.orElse(upload.part());
    model.addAttribute("upload", upload);
    model.addAttribute("part", shown);
    try {
      Uploads.Look look = uploads.look(upload, shown);
      Mapping mapping = mapping(upload, shown, look, RecordFields.of(type));
      model.addAttribute("look", look);
      model.addAttribute("mapping", mapping);
      model.addAttribute("types", RecordFields.values());
      model.addAttribute("columns", columns(look, mapping));
      return "desk/upload/columns";
    } catch (BadTableException e) {
      model.addAttribute("broken", Messages.of(locale.toLanguageTag()).text(e.trouble()));
      return "desk/upload/columns";
    }
  }

  /** What was said for this very file counts before what its source's columns usually are. */
  private Mapping mapping(Upload upload, int part, Uploads.Look look, Optional<RecordFields> type) {
    Mapping said = upload.mapping();
    boolean isSaid =
        said != null && part == upload.part() && type.filter(t -> t != said.fields()).isEmpty();
    return isSaid && said != null ? said : uploads.probable(upload, look.columns(), type);
  }

  private static List<Column> columns(Uploads.Look look, Mapping mapping) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < look.columns().size(); i++) {
      List<String> samples = new ArrayList<>();
      for (TableRow row : look.samples()) {
        samples.add(shortened(row.cells().get(i)));
      }
      String name = look.columns().get(i);
      columns.add(new Column(i, name, samples, mapping.columns().getOrDefault(name, "")));
    }
    return columns;
  }

  private static String shortened(JsonNode cell) {
    String text = cell.isString() ? cell.stringValue() : cell.isNull() ? "" : cell.toString();
    return text.length() > SHORTENED ? text.substring(0, SHORTENED) + "…" : text;
  }

  @PostMapping("/desk/upload/{id}/columns")
  String map(
      @PathVariable long id,
      @RequestParam int part,
      @RequestParam String type,
      @RequestParam Map<String, String> form,
      Locale locale,
      Model model)
      throws IOException, BadTableException {
    Upload upload = open(id);
    RecordFields fields =
        RecordFields.of(type)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    Uploads.Look look = uploads.look(upload, part);
    Map<String, String> said = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    for (int i = 0; i < look.columns().size(); i++) {
      String field = form.getOrDefault("column-" + i, "");
      if (!field.isEmpty() && said.containsValue(field)) {
        twice.add(field);
      }
      said.put(look.columns().get(i), field);
    }
    Mapping mapping = new Mapping(fields, said);
    if (!mapping.missing().isEmpty() || !twice.isEmpty()) {
      model.addAttribute("missing", mapping.missing());
      model.addAttribute("twice", twice);
      return again(upload, part, look, mapping, model);
    }
    uploads.map(upload, part, look.columns(), mapping);
    Messages messages = Messages.of(locale.toLanguageTag());
    Upload mapped = uploads.find(id).orElseThrow();
    jobs.begin(id, progress -> uploads.check(mapped, messages, progress));
    return "redirect:/desk/upload/" + id;
  }

  private static String again(
      Upload upload, int part, Uploads.Look look, Mapping mapping, Model model) {
    model.addAttribute("upload", upload);
    model.addAttribute("part", part);
    model.addAttribute("look", look);
    model.addAttribute("mapping", mapping);
    model.addAttribute("types", RecordFields.values());
    model.addAttribute("columns", columns(look, mapping));
    return "desk/upload/columns";
  }

  private Upload open(long id) {
    return uploads
        .find(id)
        .filter(upload -> upload.proposal() == null)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
