package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.threshold.access.UploadPlace;

/**
 * A form with files, read piece by piece: what was typed, and of the files no more than its place takes in. The
 * container's own reading forgets everything that was typed as soon as a file is too large, the token against forged
 * forms first. Until {@link #readFiles} only the fields before the first file are known, of which the token is one on
 * every page.
 */
final class StreamedUpload extends HttpServletRequestWrapper implements Closeable {

    /** A form of ours has far fewer. */
    private static final int MOST_PARTS = 50;
    private static final int LONGEST_FIELD = 100_000;
    private static final int LONGEST_FIELDS = 400_000;
    private static final int LONGEST_HEADERS = 8_192;

    private final Map<String, String[]> fields = new LinkedHashMap<>();
    private final List<Part> files = new ArrayList<>();
    private final List<KeptFile> kept = new ArrayList<>();
    private final FileItemIterator parts;
    private final UploadPlace place;
    private FileItemStream firstFile;
    private int count;
    private int typed;

    /**
     * @param place says which files are kept, and how much of each
     * @param most  after as many bytes the reading ends
     * @throws FileUploadException when it is no such form, or larger than that
     */
    StreamedUpload(HttpServletRequest request, UploadPlace place, long most) throws IOException {
        super(request);
        this.place = place;
        FileUpload reader = new FileUpload();
        reader.setHeaderEncoding(StandardCharsets.UTF_8.name());
        reader.setPartHeaderSizeMax(LONGEST_HEADERS);
        reader.setSizeMax(most);
        parts = reader.getItemIterator(new ServletRequestContext(request));
        while (firstFile == null && parts.hasNext()) {
            FileItemStream part = next();
            if (part.isFormField()) {
                takeField(part);
            } else {
                firstFile = part;
            }
        }
    }

    /**
     * Reads what is left.
     *
     * @throws FileUploadException when it is no such form, or too large
     */
    void readFiles() throws IOException {
        if (firstFile == null) {
            return;
        }
        takeFile(firstFile);
        while (parts.hasNext()) {
            FileItemStream part = next();
            if (part.isFormField()) {
                takeField(part);
            } else {
                takeFile(part);
            }
        }
    }

    /** Lets go of what is kept on the disk. */
    @Override
    public void close() throws IOException {
        for (KeptFile file : kept) {
            file.close();
        }
    }

    private FileItemStream next() throws IOException {
        if (++count > MOST_PARTS) {
            throw new FileUploadException("Too many parts");
        }
        return parts.next();
    }

    /** What is too long is not read to its end, as closing it would. */
    private void takeField(FileItemStream part) throws IOException {
        byte[] value = part.openStream().readNBytes(LONGEST_FIELD + 1);
        typed += value.length;
        if (value.length > LONGEST_FIELD || typed > LONGEST_FIELDS) {
            throw new FileUploadException("What was typed is too long");
        }
        add(part.getFieldName(), new String(value, StandardCharsets.UTF_8));
    }

    private void takeFile(FileItemStream part) throws IOException {
        boolean asked = isAskedFor(part.getFieldName());
        KeptFile file = asked && place.keepsOnDisk() ? KeptFile.onDisk(part, place.largest())
                : KeptFile.inMemory(part, asked ? place.largest() : 0);
        kept.add(file);
        files.add(new StreamedPart(part, file));
    }

    /** A form may have fifty parts, each as large as a file may be: together far more than the memory. */
    private boolean isAskedFor(String field) {
        return place.files().contains(field) && getPart(field) == null;
    }

    private void add(String name, String value) {
        String[] before = fields.getOrDefault(name, new String[0]);
        String[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = value;
        fields.put(name, all);
    }

    @Override
    public String getParameter(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = fields.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public Collection<Part> getParts() {
        return Collections.unmodifiableList(files);
    }

    @Override
    public Part getPart(String name) {
        return files.stream().filter(part -> part.getName().equals(name)).findFirst().orElse(null);
    }
}
