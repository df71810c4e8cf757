-- One installation serves several brands.
CREATE TABLE tenancy_tenant (
    id            bigserial PRIMARY KEY,
    slug          text NOT NULL UNIQUE,
    name          text NOT NULL,
    -- Each brand has its own prices.
    price_factor  numeric(4, 2) NOT NULL
);
INSERT INTO tenancy_tenant (slug, name, price_factor) VALUES ('lumen', 'Lumen Cosmetics', 1.00), ('harbor', 'Harbor Spa', 1.15), ('meadow', 'Meadow Naturals', 0.90);

CREATE TABLE promotions_coupon (
    code       text PRIMARY KEY,
    percent    integer NOT NULL CHECK (percent BETWEEN 1 AND 100),
    -- NULL: as often as anybody likes.
    most_uses  integer,
    uses       integer NOT NULL DEFAULT 0,
    is_active  boolean NOT NULL DEFAULT true
);
INSERT INTO promotions_coupon (code, percent, most_uses) VALUES ('WELCOME10', 10, 1000000), ('FRIENDS20', 20, 1000000), ('LAUNCH50', 50, 20);

CREATE TABLE checkout_order (
    id               bigserial PRIMARY KEY,
    reference        uuid NOT NULL UNIQUE,
    tenant           text NOT NULL REFERENCES tenancy_tenant (slug),
    customer_id      bigint NOT NULL REFERENCES sales_customer (id),
    total            numeric(12, 2) NOT NULL,
    discount         numeric(12, 2) NOT NULL,
    coupon           text REFERENCES promotions_coupon (code),
    status           text NOT NULL CHECK (status IN ('authorized', 'confirmed')),
    created_at       timestamptz NOT NULL DEFAULT now(),
    confirmed_at     timestamptz
);
CREATE INDEX checkout_order_unconfirmed ON checkout_order (created_at) WHERE status = 'authorized';

CREATE TABLE checkout_charge (
    id               bigserial PRIMARY KEY,
    order_id         bigint NOT NULL REFERENCES checkout_order (id),
    provider         text NOT NULL,
    charge           text NOT NULL UNIQUE,
    amount           numeric(12, 2) NOT NULL,
    bin              text NOT NULL,
    idempotency_key  text NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX checkout_charge_key ON checkout_charge (idempotency_key);

-- What the queue's workers leave behind.
CREATE TABLE queue_done (
    order_id  bigint NOT NULL,
    kind      text NOT NULL,
    done_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (order_id, kind)
);
