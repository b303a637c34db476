-- A late step is told of once while the alert is unseen, as the others that are found again and again.
drop index access_alert_once;
create unique index access_alert_once on access_alert (for_username, case_reference, kind, about)
    where seen_at is null and kind in ('APPEARS_ELSEWHERE', 'WITHOUT_MANAGER', 'WORK_IS_LATE');
