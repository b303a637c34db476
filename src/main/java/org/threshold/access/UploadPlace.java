package org.threshold.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/**
 * Where people send files that may be larger than is taken in. The request is read to its end all the same, so that
 * what was typed beside a file that is too large is not lost with it.
 */
public interface UploadPlace {

    /** @param path of the request */
    boolean takes(String path);

    /** Whether this is a form with files that is read by this place alone. */
    default boolean reads(HttpServletRequest request) {
        return isFormWithFiles(request) && takes(request.getServletPath());
    }

    static boolean isFormWithFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /**
     * Names of the form's fields for files. Of each the first file is kept, for no more is looked at; of all others
     * only the size is known, or one form with many files would fill the memory.
     */
    Set<String> files();

    /** As many bytes of a file are kept; of a larger one, beside these, only its size is known. */
    long largest();

    /** Whether what is kept lies on the disk, in a file without a name, until the request is answered. */
    default boolean keepsOnDisk() {
        return false;
    }

    /** What whoever sends here must be allowed, at least on some case; asked before anything of it is read. */
    Permission needs();
}
