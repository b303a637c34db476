package org.threshold.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.threshold.access.Permission;
import org.threshold.access.UploadPlace;

/** What is kept of a form with files, and where. */
class StreamedUploadTest {

    private static final int LARGEST = 1_000;
    private static final long MOST = 1_000_000;

    private boolean onDisk;

    private final UploadPlace place = new UploadPlace() {

        @Override
        public boolean takes(String path) {
            return true;
        }

        @Override
        public Set<String> files() {
            return Set.of("file", "picture");
        }

        @Override
        public long largest() {
            return LARGEST;
        }

        @Override
        public boolean keepsOnDisk() {
            return onDisk;
        }

        @Override
        public Permission needs() {
            return Permission.RECORD_CONTACT;
        }
    };

    /** Each of them as large as a file may be, under the name that is asked for or under any other. */
    @Test
    void ofManyFilesOnlyOneOfEachFieldIsKept() throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (int i = 0; i < 15; i++) {
            file(form, "file", 'a' + i);
            file(form, "picture", 'A' + i);
            file(form, "other" + i, '0');
        }

        StreamedUpload upload = read(form);

        assertThat(upload.getParts()).hasSize(45).allSatisfy(part -> assertThat(part.getSize()).isEqualTo(LARGEST));
        int kept = 0;
        for (Part part : upload.getParts()) {
            kept += content(part).length;
        }
        assertThat(kept).isEqualTo(2 * LARGEST);
        assertThat(content(upload.getPart("file"))).hasSize(LARGEST).containsOnly('a');
        assertThat(content(upload.getPart("picture"))).hasSize(LARGEST).containsOnly('A');
    }

    /** Whatever else the form brings, and in whatever order, takes nothing away from the files that are asked for. */
    @Test
    void whatIsTypedAfterManyFilesIsKnownAndSoIsAFileAfterThem() throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (int i = 0; i < 30; i++) {
            file(form, "other", '0');
        }
        write(form, "--x\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nMarch\r\n");
        file(form, "file", 'f');

        StreamedUpload upload = read(form);

        assertThat(upload.getParameter("description")).isEqualTo("March");
        assertThat(content(upload.getPart("file"))).hasSize(LARGEST);
    }

    @Test
    void whatIsKeptOnTheDiskIsThereUntilTheRequestIsAnswered() throws Exception {
        onDisk = true;
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        file(form, "file", 'a');
        file(form, "file", 'b');
        StreamedUpload upload = sent(form);

        new UploadReader().doFilter(upload, new MockHttpServletResponse(), (request, response) -> {
            assertThat(content(upload.getPart("file"))).hasSize(LARGEST).containsOnly('a');
            assertThat(content(upload.getPart("file"))).as("again, from its beginning").hasSize(LARGEST);
        });

        assertThat(upload.getPart("file").getSize()).isEqualTo(LARGEST);
        assertThatThrownBy(() -> content(upload.getPart("file"))).isInstanceOf(ClosedChannelException.class);
    }

    private StreamedUpload read(ByteArrayOutputStream form) throws IOException {
        StreamedUpload upload = sent(form);
        upload.readFiles();
        return upload;
    }

    private StreamedUpload sent(ByteArrayOutputStream form) throws IOException {
        write(form, "--x--\r\n");
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/cases/TH-1/documents");
        request.setContentType("multipart/form-data; boundary=x");
        request.setContent(form.toByteArray());
        return new StreamedUpload(request, place, MOST);
    }

    private static byte[] content(Part part) throws IOException {
        return part.getInputStream().readAllBytes();
    }

    private static void file(ByteArrayOutputStream form, String field, int sign) {
        byte[] content = new byte[LARGEST];
        Arrays.fill(content, (byte) sign);
        write(form, "--x\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"a.pdf\"\r\n\r\n");
        form.writeBytes(content);
        write(form, "\r\n");
    }

    private static void write(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
