package org.openhall.office.desk.records;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Attachment;
import org.openhall.content.ContentRecord;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.edit.FieldProblem;
import org.openhall.office.edit.Posted;
import org.openhall.office.edit.RecordForm;
import org.openhall.office.file.FileGate;
import org.openhall.office.file.FileName;
import org.openhall.office.people.Person;
import org.openhall.office.proposal.Change;
import org.openhall.office.proposal.Item;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.upload.DraftFiles;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Files that go with records: added to a draft, and taken along to be looked at. */
@Controller
class FilePages {
  private static final String ATTACH = "attach ";

  private final Proposals proposals;
  private final Catalog catalog;
  private final FormPage page;
  private final DraftFiles files;
  private final AuditLog log;
  private final MessageSource words;

  FilePages(
      Proposals proposals,
      Catalog catalog,
      FormPage page,
      DraftFiles files,
      AuditLog log,
      MessageSource words) {
    this.proposals = proposals;
    this.catalog = catalog;
    this.page = page;
    this.files = files;
    this.log = log;
    this.words = words;
  }

  @ModelAttribute("fields")
  FieldWords fields(Locale locale) {
    return new FieldWords(words, locale);
  }

  @ModelAttribute("said")
  String said() {
    return "";
  }

  /** The whole form comes along, so that nothing that was typed is lost; all of it is saved. */
  @PostMapping("/desk/records/edit/{proposal}/{id}/file")
  String attach(
      @PathVariable long proposal,
      @PathVariable String id,
      @RequestParam(name = "do") String button,
      @RequestParam(defaultValue = "") String base,
      @RequestParam(defaultValue = "0") int from,
      MultipartHttpServletRequest request,
      Person person,
      Locale locale,
      Model model)
      throws IOException, SQLException {
    Item item = page.item(proposal, id, person);
    RecordForm form = FormPage.form(item);
    Posted posted = new Posted(request.getParameterMap());
    List<FieldProblem> problems = new ArrayList<>(form.fill(posted, ""));
    if (!base.equals(item.row().sha256())) {
      problems.addFirst(new FieldProblem("", "saved-elsewhere", ""));
    }
    String path = button.replaceFirst(ATTACH, "");
    if (problems.isEmpty()) {
      take(form, path, request, item, person, locale).ifPresent(problems::add);
    }
    Optional<ContentRecord> record = form.record(problems);
    if (record.isEmpty() || !problems.isEmpty()) {
      return page.show(item, form, problems, from, locale, model);
    }
    proposals.put(proposal, person.id(), new Change.Put(item.base(), record.get()));
    String place = from > 0 ? "&from=" + from : "";
    String row = path + "[" + (form.json().path(path).size() - 1) + "]";
    String here = form.json().path(path).isArray() ? row : path;
    return "redirect:/desk/records/edit/"
        + proposal
        + "/"
        + id
        + "?said=edit.file-added"
        + place
        + "#"
        + FieldView.idOf(here);
  }

  /** Adds the file to the form; else what is the matter. */
  private Optional<FieldProblem> take(
      RecordForm form,
      String path,
      MultipartHttpServletRequest request,
      Item item,
      Person person,
      Locale locale)
      throws IOException, SQLException {
    @Nullable MultipartFile file = request.getFile("file." + path);
    String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
    if (file == null || name.isEmpty()) {
      return Optional.of(new FieldProblem(path, "no-file", ""));
    }
    try (InputStream bytes = file.getInputStream()) {
      return switch (files.take(item.proposal(), person.id(), name, bytes)) {
        case DraftFiles.Outcome.Taken(Attachment taken) -> {
          note(person, Deed.FILE_ATTACHED, item, name);
          boolean isAdded = form.attach(path, labelled(taken, request, path));
          yield isAdded ? Optional.empty() : Optional.of(new FieldProblem(path, "no-file", ""));
        }
        case DraftFiles.Outcome.Refused(List<FileGate.Found> reasons) -> {
          note(person, Deed.UPLOAD_REFUSED, item, name);
          String said = FileName.legible(name) + " – " + reasons(reasons, locale);
          yield Optional.of(new FieldProblem(path, "file", said));
        }
      };
    }
  }

  private void note(Person person, Deed deed, Item item, String name) throws SQLException {
    String subject = Long.toString(item.proposal());
    log.add(new Entry(person.id(), deed, subject, FileName.legible(name)));
  }

  private static Attachment labelled(
      Attachment file, MultipartHttpServletRequest request, String path) {
    @Nullable String label = request.getParameter("label." + path);
    String name = label == null || label.isBlank() ? file.name() : label.strip();
    return new Attachment(name, file.mediaType(), file.length(), file.sha256(), file.pages());
  }

  private String reasons(List<FileGate.Found> reasons, Locale locale) {
    return reasons.stream()
        .map(one ->
            words.getMessage(
                "upload.fault." + one.fault().code(), new Object[] {one.detail()}, locale))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /**
   * A file that a record or a draft names, to be taken along; nothing of it runs in the browser.
   */
  @GetMapping("/desk/records/file/{sha256}")
  void file(
      @PathVariable String sha256,
      @RequestParam String record,
      @RequestParam(defaultValue = "0") long proposal,
      HttpServletResponse response)
      throws IOException {
    FileView file =
        named(record, proposal).stream()
            .flatMap(one -> FileView.all(JsonMapper.shared().readTree(one.json())).stream())
            .filter(one -> one.sha256().equals(sha256))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Path path =
        catalog
            .attachments()
            .find(sha256)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    ContentDisposition name =
        ContentDisposition.attachment().filename(fileName(file), StandardCharsets.UTF_8).build();
    response.setHeader("Content-Disposition", name.toString());
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(file.mediaType());
    response.setContentLengthLong(Files.size(path));
    Files.copy(path, response.getOutputStream());
  }

  private Optional<EncodedRecord> named(String record, long proposal) {
    return proposal > 0
        ? proposals.reader().item(proposal, record).flatMap(Item::record)
        : catalog.history().present(record);
  }

  /** A label need not end as its file does; what is saved must. */
  private static String fileName(FileView file) {
    String ending = "." + file.kind().toLowerCase(Locale.ROOT);
    String plain = file.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    return plain.matches("(?s).+[.][A-Za-z0-9]{2,4}") ? plain : plain + ending;
  }
}
