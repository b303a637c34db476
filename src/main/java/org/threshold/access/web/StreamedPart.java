package org.threshold.access.web;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.FileItemHeaders;
import org.apache.tomcat.util.http.fileupload.FileItemStream;

/** A file of a {@link StreamedUpload}: its beginning, and how large all of it is. */
final class StreamedPart implements Part {

    private final String name;
    private final String fileName;
    private final String contentType;
    private final FileItemHeaders headers;
    private final KeptFile file;

    StreamedPart(FileItemStream part, KeptFile file) {
        this.name = part.getFieldName();
        this.fileName = part.getName();
        this.contentType = part.getContentType();
        this.headers = part.getHeaders();
        this.file = file;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return file.read();
    }

    @Override
    public String getContentType() {
        return contentType;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getSubmittedFileName() {
        return fileName;
    }

    @Override
    public long getSize() {
        return file.size();
    }

    @Override
    public void write(String name) {
        throw new UnsupportedOperationException("It is never written to a file with a name");
    }

    @Override
    public void delete() {
        // It goes with the request.
    }

    @Override
    public String getHeader(String header) {
        return headers.getHeader(header);
    }

    @Override
    public Collection<String> getHeaders(String header) {
        return all(headers.getHeaders(header));
    }

    @Override
    public Collection<String> getHeaderNames() {
        return all(headers.getHeaderNames());
    }

    private static Collection<String> all(Iterator<String> each) {
        List<String> all = new java.util.ArrayList<>();
        each.forEachRemaining(all::add);
        return all;
    }
}
