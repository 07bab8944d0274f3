package org.openhall.office.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/status}: the office in figures. */
@RestController
class StatusController {
  private final OfficeParts parts;

  StatusController(OfficeParts parts) {
    this.parts = parts;
  }

  @GetMapping("/api/status")
  OfficeStatus status() {
    return OfficeStatus.of(parts);
  }
}
