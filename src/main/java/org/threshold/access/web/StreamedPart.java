package org.threshold.access.web;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
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
    private final byte[] content;
    private final long size;

    StreamedPart(FileItemStream part, byte[] content, long size) {
        this.name = part.getFieldName();
        this.fileName = part.getName();
        this.contentType = part.getContentType();
        this.headers = part.getHeaders();
        this.content = content;
        this.size = size;
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(content);
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
        return size;
    }

    @Override
    public void write(String file) {
        throw new UnsupportedOperationException("It is never written to a disk");
    }

    @Override
    public void delete() {
        // It is nowhere but in memory.
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
