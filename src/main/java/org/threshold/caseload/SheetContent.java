package org.threshold.caseload;

import java.util.List;

/**
 * What was read of a file.
 *
 * @param remarks what is wrong with the file as a whole, so that none of it can be used; or with single rows
 */
record SheetContent(Sheet sheet, List<Row> rows, List<Remark> remarks, boolean readable) {

    static SheetContent unreadable(Sheet sheet, List<Remark> remarks) {
        return new SheetContent(sheet, List.of(), remarks, false);
    }

    static SheetContent absent(Sheet sheet) {
        return new SheetContent(sheet, List.of(), List.of(), true);
    }
}
