package org.openhall.office.desk.upload;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.openhall.office.audit.AuditLog;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.Entry;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.file.FileName;
import org.openhall.office.people.Person;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.text.Messages;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.upload.Upload;
import org.openhall.office.upload.UploadOutcome;
import org.openhall.office.upload.UploadReport;
import org.openhall.office.upload.Uploads;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Bringing a file, what it would change, and handing it in for review. */
@Controller
class UploadPages {
  private static final int SHOWN = 50;
  private static final int LONGEST_NAME = 200;

  private final Uploads uploads;
  private final UploadJobs jobs;
  private final AuditLog log;
  private final Proposals proposals;
  private final OfficeName office;

  UploadPages(
      Uploads uploads,
      UploadJobs jobs,
      AuditLog log,
      OfficeDatabase database,
      java.time.Clock clock) {
    this.uploads = uploads;
    this.jobs = jobs;
    this.log = log;
    this.proposals = new Proposals(database, clock);
    this.office = new OfficeName(database);
  }

  /** A line of the history. */
  record Line(Upload upload, String at, Optional<Proposal> proposal) {}

  @GetMapping("/desk/upload")
  String page(@RequestParam(defaultValue = "") String source, Model model) {
    List<Upload> found = source.isEmpty() ? uploads.newest(SHOWN) : uploads.of(source, SHOWN);
    model.addAttribute("lines", found.stream().map(this::line).toList());
    model.addAttribute("sources", uploads.sources());
    model.addAttribute("source", source);
    model.addAttribute("office", office.get());
    model.addAttribute("most", Uploads.LONGEST >> 20);
    return "desk/upload/list";
  }

  private Line line(Upload upload) {
    return new Line(upload, OfficeTime.minute(upload.at()), proposal(upload));
  }

  private Optional<Proposal> proposal(Upload upload) {
    return Optional.ofNullable(upload.proposal()).flatMap(proposals.reader()::find);
  }

  @PostMapping(value = "/desk/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  String take(
      @RequestParam MultipartFile file,
      @RequestParam String source,
      Person person,
      Model model,
      HttpServletResponse response)
      throws IOException, SQLException {
    String whose = source.strip();
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    if (name.isEmpty() || whose.isEmpty() || whose.length() > LONGEST_NAME) {
      model.addAttribute("incomplete", true);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page("", model);
    }
    try (InputStream bytes = file.getInputStream()) {
      return switch (uploads.take(person.id(), name, bytes, whose)) {
        case UploadOutcome.Taken(Upload upload) -> {
          note(person, Deed.UPLOAD_TAKEN, upload, upload.file());
          yield "redirect:/desk/upload/" + upload.id() + "/columns";
        }
        case UploadOutcome.Refused refused -> {
          String legible = FileName.legible(name);
          log.add(new Entry(person.id(), Deed.UPLOAD_REFUSED, "", legible));
          model.addAttribute("refused", refused.reasons());
          model.addAttribute("refusedName", legible);
          response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
          yield page("", model);
        }
      };
    }
  }

  private void note(Person person, Deed deed, Upload upload, String words) throws SQLException {
    log.add(new Entry(person.id(), deed, Long.toString(upload.id()), words));
  }

  @GetMapping("/desk/upload/{id}")
  String report(@PathVariable long id, Locale locale, Model model) {
    Optional<UploadJobs.Progress> progress =
        jobs.progress(id); // first: what has ended is read after it
    Upload upload = find(id);
    if (upload.mapping() == null) {
      return "redirect:/desk/upload/" + id + "/columns";
    }
    model.addAttribute("upload", upload);
    model.addAttribute("at", OfficeTime.minute(upload.at()));
    model.addAttribute("progress", progress.orElse(null));
    model.addAttribute("report", upload.report());
    model.addAttribute("proposal", proposal(upload).orElse(null));
    Messages messages = Messages.of(locale.toLanguageTag());
    model.addAttribute("m", messages);
    upload
        .read()
        .flatMap(UploadReport::trouble)
        .ifPresent(broken -> model.addAttribute("broken", messages.text(broken.trouble())));
    return "desk/upload/report";
  }

  /** The part of the page that says how far the reading is; at its end the page comes anew. */
  @GetMapping("/desk/upload/{id}/progress")
  String progress(@PathVariable long id, Model model, HttpServletResponse response) {
    Optional<UploadJobs.Progress> progress = jobs.progress(id);
    if (progress.isEmpty()) {
      response.setHeader("HX-Refresh", "true");
    }
    model.addAttribute("upload", find(id));
    model.addAttribute("progress", progress.orElse(new UploadJobs.Progress(1, 0)));
    return "desk/upload/report :: progress";
  }

  @PostMapping("/desk/upload/{id}/check")
  String check(@PathVariable long id, Locale locale) {
    Upload upload = find(id);
    if (upload.mapping() != null && upload.proposal() == null) {
      Messages messages = Messages.of(locale.toLanguageTag());
      jobs.begin(id, progress -> uploads.check(upload, messages, progress));
    }
    return "redirect:/desk/upload/" + id;
  }

  @PostMapping("/desk/upload/{id}/propose")
  String propose(@PathVariable long id, @RequestParam String title, Person person)
      throws SQLException {
    Upload upload = find(id);
    boolean hasChanges = upload.read().filter(report -> report.changes() > 0).isPresent();
    if (hasChanges && upload.proposal() == null && jobs.progress(id).isEmpty()) {
      String about = title.isBlank() ? upload.file() : title.strip();
      note(person, Deed.UPLOAD_PROPOSED, upload, about);
      jobs.begin(id, progress -> uploads.propose(upload, person.id(), about, progress));
    }
    return "redirect:/desk/upload/" + id;
  }

  /** The rows that were not taken, with the reasons beside them. */
  @GetMapping("/desk/upload/{id}/refused.csv")
  ResponseEntity<FileSystemResource> refused(@PathVariable long id) {
    Path file = uploads.refusedRows(find(id).id());
    if (!Files.isRegularFile(file)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return ResponseEntity.ok()
        .header("Content-Type", "text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"refused-" + id + ".csv\"")
        .body(new FileSystemResource(file));
  }

  private Upload find(long id) {
    return uploads.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
