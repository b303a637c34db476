package org.threshold.document.web;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.threshold.access.Permission;
import org.threshold.access.UploadPlace;
import org.threshold.document.DocumentSettings;

/** Documents of a case are sent to its list of documents. */
@Component
class DocumentUploads implements UploadPlace {

    private static final Pattern LIST = Pattern.compile("/cases/[^/]+/documents");

    private final DocumentSettings settings;

    DocumentUploads(DocumentSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean takes(String path) {
        return LIST.matcher(path).matches();
    }

    /** A file from the desk, or a picture from a phone's camera. */
    @Override
    public Set<String> files() {
        return Set.of("file", "picture");
    }

    @Override
    public long largest() {
        return settings.largest().toBytes();
    }

    @Override
    public Permission needs() {
        return Permission.RECORD_CONTACT;
    }
}
