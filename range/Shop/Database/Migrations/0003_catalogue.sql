-- An invented catalogue, and invented customers: example.test is reserved (RFC 6761), 555-01xx is kept free for fiction.
INSERT INTO stock_location (code, name) VALUES ('WEB', 'Online warehouse'), ('STORE', 'Shop floor');

INSERT INTO stock_product (sku, name, price, pack_size, popularity) VALUES
    ('LIP-ROSE', 'Lip balm rose, duo', 9.80, 2, 12),
    ('HND-OAT', 'Hand cream oat, duo', 14.50, 2, 11),
    ('MSK-CLAY', 'Clay mask, box of two', 12.00, 2, 10),
    ('SUN-50', 'Sun fluid SPF 50', 19.90, 1, 14),
    ('SER-VITC', 'Vitamin C serum', 29.00, 1, 13),
    ('CLN-GEL', 'Cleansing gel', 11.20, 1, 12),
    ('TON-ROSE', 'Rose tonic', 13.40, 1, 9),
    ('SHA-SOLID', 'Solid shampoo', 8.90, 1, 8),
    ('OIL-ARGAN', 'Argan oil', 24.00, 1, 7),
    ('EYE-CAF', 'Caffeine eye cream', 21.50, 1, 6),
    ('SCR-COFFEE', 'Coffee scrub', 15.30, 1, 5),
    ('GFT-SPA', 'Gift box spa evening', 49.00, 1, 3);

INSERT INTO sales_customer (full_name, email, phone)
SELECT given || ' ' || family,
       lower(given) || '.' || lower(family) || '@example.test',
       '+1-202-555-01' || lpad((row_number() OVER () % 100)::text, 2, '0')
FROM unnest(ARRAY['Mira', 'Oskar', 'Lena', 'Tariq', 'Ines', 'Piotr', 'Anouk', 'Bela', 'Chiara', 'Demir']) AS given
CROSS JOIN unnest(ARRAY['Haze', 'Lindqvist', 'Moravec', 'Okafor', 'Petrov', 'Quist', 'Rossi', 'Sandoval', 'Tamm', 'Urban']) AS family;
