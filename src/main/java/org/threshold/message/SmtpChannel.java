package org.threshold.message;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands messages to the operator's mail server. */
class SmtpChannel implements MessageChannel {

    private static final int REFUSED_FOR_NOW = 400;
    private static final int REFUSED_FOR_GOOD = 500;

    private final JavaMailSender sender;
    private final String from;

    SmtpChannel(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public void deliver(OutgoingMessage message) throws NotDelivered {
        MimeMessage mail = write(message);
        try {
            sender.send(mail);
        } catch (MailAuthenticationException refused) {
            throw new NotDelivered(Hope.LATER, "The mail server did not accept our account", refused);
        } catch (MailSendException failed) {
            throw explained(failed);
        } catch (MailException failed) {
            throw new NotDelivered(Hope.LATER, "The mail server could not be used", failed);
        }
    }

    private MimeMessage write(OutgoingMessage message) throws NotDelivered {
        MimeMessage mail = sender.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(mail, message.attachment() != null,
                    StandardCharsets.UTF_8.name());
            helper.setValidateAddresses(true);
            helper.setFrom(from);
            helper.setTo(message.recipient());
            helper.setSubject(message.subject());
            helper.setText(message.body());
            if (message.attachment() != null) {
                helper.addAttachment(message.attachment().name(),
                        new ByteArrayResource(message.attachment().content()), message.attachment().type());
            }
            // RFC 3834: no answering machine answers this.
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("Message-ID", messageId(message.idempotencyKey()));
            return mail;
        } catch (MessagingException unusable) {
            throw new NotDelivered(Hope.NEVER, "The address cannot be written to", unusable);
        }
    }

    /** The same for each try, so that a mail server that sees it twice can tell. */
    private String messageId(String key) {
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return "<" + id + "@" + from.substring(from.indexOf('@') + 1).replace(">", "") + ">";
    }

    /**
     * A reply of the server is certain, and so is a line that never came about. A line that broke while the message was
     * on it is not: it may have arrived.
     */
    private static NotDelivered explained(MailSendException failed) {
        Exception[] of = failed.getMessageExceptions();
        Exception why = of.length == 0 ? failed : of[0];
        // Spring gives the reason for which no line came about twice: as its own cause, and for each message.
        if (why == failed.getCause()) {
            return new NotDelivered(Hope.LATER, "The mail server could not be reached", failed);
        }
        int reply = why instanceof SendFailedException refused ? replyOf(refused) : 0;
        if (reply >= REFUSED_FOR_GOOD) {
            return new NotDelivered(Hope.NEVER, "The mail server refused the address or the message", failed);
        }
        if (reply >= REFUSED_FOR_NOW) {
            return new NotDelivered(Hope.LATER, "The mail server asked to try later", failed);
        }
        return new NotDelivered(Hope.PERHAPS_SENT, "The line to the mail server broke, so it is not known whether the"
                + " message went out", failed);
    }

    /** The server's reply code, or one below 400 when it gave none. */
    private static int replyOf(SendFailedException refused) {
        for (Exception each = refused; each instanceof MessagingException next; each = next.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (each instanceof SMTPSendFailedException send && send.getNextException() == null) {
                return send.getReturnCode();
            }
        }
        return 0;
    }
}
