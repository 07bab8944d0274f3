package org.openhall.office.desk.upload;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.table.SafeCells;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of records for a spreadsheet. */
@Controller
class ExportPage {
  private final Catalog catalog;

  ExportPage(Catalog catalog) {
    this.catalog = catalog;
  }

  @GetMapping("/desk/upload/records.csv")
  void csv(HttpServletResponse response) throws IOException {
    response.setContentType("text/csv; charset=utf-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"records.csv\"");
    OutputStream out = new BufferedOutputStream(response.getOutputStream());
    try (SafeCells.Rows rows = SafeCells.csv(out)) {
      RecordSheet.write(catalog.list(), rows);
    }
  }

  @GetMapping("/desk/upload/records.xlsx")
  void xlsx(HttpServletResponse response) throws IOException {
    response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.setHeader("Content-Disposition", "attachment; filename=\"records.xlsx\"");
    try (SafeCells.Rows rows = SafeCells.xlsx(response.getOutputStream(), "记录")) {
      RecordSheet.write(catalog.list(), rows);
    }
  }
}
