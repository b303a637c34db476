package org.threshold.referral.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.threshold.referral.ReferralSettings;

/** How much strangers may send, on this node. */
@Component
class Senders {

    static final int STATUS_PER_HOUR = 60;

    private final Allowance tries;
    private final Allowance referrals;
    private final Allowance questions;
    private final Bucket all;

    @Autowired
    Senders(ReferralSettings settings) {
        this(settings, TimeMeter.SYSTEM_MILLISECONDS);
    }

    Senders(ReferralSettings settings, TimeMeter time) {
        this.tries = new Allowance(settings.triesPerHour(), time);
        this.referrals = new Allowance(settings.referralsPerHour(), time);
        this.questions = new Allowance(STATUS_PER_HOUR, time);
        this.all = Allowance.bucket(settings.allReferralsPerHour(), time);
    }

    /** Anything that is sent, right or wrong. */
    boolean mayTry(String address) {
        return tries.use(address);
    }

    /** A right referral. What one address may not, does not take from the others. */
    boolean mayRefer(String address) {
        return referrals.use(address) && all.tryConsume(1);
    }

    boolean mayAsk(String address) {
        return questions.use(address);
    }
}
