from django.db import models


class StockBatch(models.Model):
    product_id = models.IntegerField()
    expiry_date = models.DateTimeField()
    is_active = models.BooleanField()

    class Meta:
        managed = False
        db_table = "stock_batch"
