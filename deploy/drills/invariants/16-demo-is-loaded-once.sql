-- The demo load has created everything once: accounts, subscriptions, answers, measurements, settled promises.
-- none on subscription
SELECT 'accounts', count(*), ${accounts} FROM account WHERE tenant_id = 'demo' HAVING count(*) <> ${accounts}
-- none on subscription
SELECT 'subscriptions', count(*), ${subscriptions} FROM subscription WHERE tenant_id = 'demo'
HAVING count(*) <> ${subscriptions}
-- none on success
SELECT 'answers', count(*), ${answers} FROM survey_answer WHERE tenant_id = 'demo' HAVING count(*) <> ${answers}
-- none on success
SELECT 'measurements', count(*), ${measurements} FROM promise_measurement WHERE tenant_id = 'demo'
HAVING count(*) <> ${measurements}
-- none on success
SELECT 'settled promises', count(*), ${settledPromises} FROM promise
WHERE tenant_id = 'demo' AND status IN ('CONFIRMED', 'PARTLY', 'NOT_ACHIEVED')
HAVING count(*) <> ${settledPromises}
