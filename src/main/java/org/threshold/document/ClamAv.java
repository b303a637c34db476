package org.threshold.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * ClamAV's own service, {@code clamd}, asked by its INSTREAM command: the file in pieces, each after its length in four
 * bytes, and a length of nothing at the end (clamd(8), 'Commands').
 */
@Component
@EnableConfigurationProperties(DocumentSettings.class)
class ClamAv implements VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(ClamAv.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 300;
    private static final int LONGEST_NAME = 200;
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private final DocumentSettings settings;

    ClamAv(DocumentSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean isSet() {
        return !settings.scanner().isEmpty();
    }

    @Override
    public Verdict scan(byte[] content) {
        if (!isSet()) {
            return Verdict.NOT_SCANNED;
        }
        try {
            return verdict(ask(content));
        } catch (IOException noAnswer) {
            LOG.warn("The virus scanner did not answer: {}", noAnswer.getClass().getSimpleName());
            return Verdict.WAITING;
        }
    }

    private static Verdict verdict(String answer) {
        Matcher found = FOUND.matcher(answer);
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (found.matches()) {
            String name = found.group(1).replaceAll("[^\\x20-\\x7E]", "?");
            return Verdict.infected(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
        }
        LOG.warn("The virus scanner could not scan: {}", answer);
        return Verdict.WAITING;
    }

    private String ask(byte[] content) throws IOException {
        int colon = settings.scanner().lastIndexOf(':');
        int patience = (int) settings.patience().toMillis();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.scanner().substring(0, colon),
                    Integer.parseInt(settings.scanner().substring(colon + 1))), patience);
            socket.setSoTimeout(patience);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(COMMAND);
            try {
                for (int at = 0; at < content.length; at += PIECE) {
                    int length = Math.min(PIECE, content.length - at);
                    out.writeInt(length);
                    out.write(content, at, length);
                }
                out.writeInt(0);
                out.flush();
            } catch (IOException closed) {
                // It says why before it closes, such as that the file is larger than it takes.
                return answer(socket.getInputStream());
            }
            return answer(socket.getInputStream());
        }
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int next = in.read();
        while (next > 0 && next != '\n' && answer.size() < LONGEST_ANSWER) {
            answer.write(next);
            next = in.read();
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }
}
